package rhapsode.community;

import java.time.Instant;

/**
 * What a moderator did: a line of the audit trail, never changed.
 *
 * @param poem the number of the poem that was decided about, or whose author was
 * @param moderator only the platform and the id are kept
 * @param reason a phrase's key as {@link Reason} has them, or free text; may be empty
 * @param at to the microsecond
 */
public record Deed(Kind kind, long poem, Author moderator, String reason, Instant at) {
  /** The longest reason, in UTF-16 units as the store counts. */
  public static final int LONGEST_REASON = 500;

  /** What was done. */
  public enum Kind {
    /** A poem may be used as far as its consent goes. */
    APPROVED,
    /** A poem was refused. */
    REJECTED,
    /** An author may give no more poems. */
    BANNED,
    /** An author's poems need no look. */
    TRUSTED,
    /** An author is like everyone again. */
    PARDONED;

    /**
     * Where the author stands after it.
     *
     * @throws IllegalStateException if it concerns a poem alone
     */
    public Standing standing() {
      return switch (this) {
        case BANNED -> Standing.BANNED;
        case TRUSTED -> Standing.TRUSTED;
        case PARDONED -> Standing.NEUTRAL;
        case APPROVED, REJECTED -> throw new IllegalStateException(this + " concerns a poem");
      };
    }
  }
}
