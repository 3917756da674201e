package rhapsode.community;

import java.util.List;

/**
 * Keeps where authors stand with the moderators, and what moderators did. Durable and thread-safe
 * as {@link PoemStore} is; people are told apart by platform and id.
 */
public interface Standings {
  /** Where an author stands; {@link Standing#NEUTRAL} until a moderator changes it. */
  Standing of(Author author);

  /**
   * Changes where an author stands, and keeps who did; one step that happens whole or not at all.
   *
   * @param deed of a kind that concerns an author
   * @return false if the author stands there already; nothing is kept then
   */
  boolean change(Author author, Deed deed);

  /** What one moderator did, the latest first. */
  List<Deed> deedsOf(Author moderator);

  /** What moderators did to poems and to authors, the latest first. */
  List<Deed> deeds(int most);
}
