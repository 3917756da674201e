package rhapsode.community;

import java.time.Instant;

/**
 * What an author allowed, when, and to which text.
 *
 * @param training the poem may teach the network
 * @param display the poem may be shown to others
 * @param attribution the author's name may stand beside it
 * @param version the version of the consent text that was shown; {@link ConsentText#of} has it
 * @param at when it was given
 */
public record Consent(
    boolean training, boolean display, boolean attribution, String version, Instant at) {
  public Consent {
    if (version.isBlank()) {
      throw new IllegalArgumentException("a consent names the text that was shown");
    }
  }
}
