package rhapsode.community;

import java.time.Instant;

/**
 * What a moderator decided about a poem.
 *
 * @param verdict {@link PoemStatus#APPROVED} or {@link PoemStatus#REJECTED}
 * @param moderator only the platform and the id are kept
 * @param reason for the author, as {@link Reason#told} reads it; may be empty
 * @param at to the microsecond
 */
public record Decision(PoemStatus verdict, Author moderator, String reason, Instant at) {
  public Decision {
    if (verdict != PoemStatus.APPROVED && verdict != PoemStatus.REJECTED) {
      throw new IllegalArgumentException("nobody decides that a poem is " + verdict);
    }
  }
}
