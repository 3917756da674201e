package rhapsode.community;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the poems that the bot wrote, so that what can be done with them still works after a
 * restart, and who likes which. Durable and thread-safe as {@link PoemStore} is; people are told
 * apart by platform and id.
 */
public interface Anthology {
  /** Keeps a poem and gives it its id; the asker's name is not kept. */
  WrittenPoem keep(
      Author asker,
      String community,
      WrittenPoem.Request request,
      String text,
      String model,
      Instant at);

  Optional<WrittenPoem> find(long id);

  /**
   * Somebody likes a poem; who does already, no longer does.
   *
   * @return how many like it then
   */
  int like(long id, Author who, Instant at);

  /**
   * Somebody likes one of two poems, and the other one no longer; who likes the one already, no
   * longer does. Happens whole or not at all.
   */
  void prefer(long one, long other, Author who, Instant at);

  /** How many like a poem; none if there is no such poem. */
  int likes(long id);

  /** Erases a poem and its likes; whether there was one. */
  boolean erase(long id);

  /**
   * Erases poems that are older than a time and that nobody likes.
   *
   * @return how many
   */
  int forget(Instant before);
}
