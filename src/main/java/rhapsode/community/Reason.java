package rhapsode.community;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * Why poems are usually refused. Kept by its {@link #key}, so that each reader has it in their own
 * language.
 */
public enum Reason {
  NOT_A_POEM,
  NOT_THEIRS,
  HURTFUL,
  SPAM,
  /** Given with a ban, to all poems that waited. */
  BANNED;

  private static final String PREFIX = "reason.";

  /** What is kept, and under which the bundles have it. */
  public String key() {
    return PREFIX + word();
  }

  /** A short name: lower case letters and hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of a short name; empty if there is none. */
  public static Optional<Reason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
  }

  public Phrase phrase() {
    return Phrase.of(key());
  }

  /** A reason as it was kept, a usual one or a moderator's own words, for a reader. */
  public static String told(String kept, Locale reader) {
    Wording wording = Wording.of(reader);
    return kept.startsWith(PREFIX) && wording.has(kept) ? wording.say(kept) : kept;
  }
}
