package rhapsode.chat;

import rhapsode.community.Author;

/**
 * Who is talking to the bot.
 *
 * @param platform {@code console}, {@code discord}, {@code telegram}
 * @param id the platform's unchangeable id
 * @param name how they are shown
 * @param rank adapters decide it by the id and the platform's roles, anew for every invocation
 */
public record Person(String platform, String id, String name, Rank rank) {
  /** Whether they run this bot. */
  public boolean owner() {
    return rank == Rank.OWNER;
  }

  /** The same person with another rank. */
  public Person ranked(Rank other) {
    return new Person(platform, id, name, other);
  }

  /** The same person as the author of poems. */
  public Author author() {
    return new Author(platform, id, name);
  }
}
