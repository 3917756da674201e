package rhapsode.chat;

import rhapsode.community.Author;

/**
 * Who is talking to the bot.
 *
 * @param platform {@code console}, {@code discord}, {@code telegram}
 * @param id the platform's unchangeable id
 * @param name how they are shown
 * @param owner whether they run this bot; adapters decide it by the id, anew for every invocation
 */
public record Person(String platform, String id, String name, boolean owner) {
  /** The same person as the author of poems. */
  public Author author() {
    return new Author(platform, id, name);
  }
}
