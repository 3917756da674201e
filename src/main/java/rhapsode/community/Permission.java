package rhapsode.community;

import java.time.Instant;

/**
 * What an author ticked, before the poem is taken.
 *
 * @param training the poem may teach the network
 * @param display the poem may be shown to others
 * @param attribution the author's name may stand beside it
 * @param version the version of the consent text they had before them
 */
public record Permission(boolean training, boolean display, boolean attribution, String version) {
  /** Everything allowed, to the consent text in force. */
  public static Permission everything() {
    return new Permission(true, true, true, ConsentText.current().version());
  }

  /** Whether there is anything the poem may be kept for. */
  boolean allowsAnything() {
    return training || display;
  }

  /** The permission as it is recorded with a poem. */
  Consent given(Instant at) {
    return new Consent(training, display, attribution, version, at);
  }
}
