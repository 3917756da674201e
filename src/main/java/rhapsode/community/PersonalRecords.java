package rhapsode.community;

import java.time.Instant;

/**
 * Everything about one person, out of all stores. Durable and thread-safe as {@link PoemStore} is;
 * people are told apart by platform and id.
 */
public interface PersonalRecords {
  /** All that is stored about somebody. */
  PersonalData of(Author person);

  /**
   * Erases what {@link #of} gives, at once or not at all: their poems and who likes them, the poems
   * that were written for them, their likes, and that they are trusted. A ban stays, or it would be
   * none, and so does what they did as a moderator. Of each poem that they gave, there remain a
   * number that is never used again and what had been allowed, of an author called {@link
   * Author#ERASED}.
   *
   * @return whether there was anything
   */
  boolean erase(Author person, Instant at);
}
