package rhapsode.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored about somebody.
 *
 * @param given their poems, also those that they took back, by id
 * @param likes of poems that others gave, by id
 * @param written poems that were written for them, by id
 * @param writtenLikes of poems that the bot wrote, by id
 * @param standing where they stand with the moderators
 * @param deeds what they did as a moderator, the latest first
 */
public record PersonalData(
    List<Given> given,
    List<Like> likes,
    List<WrittenPoem> written,
    List<Like> writtenLikes,
    Standing standing,
    List<Deed> deeds) {
  public PersonalData {
    given = List.copyOf(given);
    likes = List.copyOf(likes);
    written = List.copyOf(written);
    writtenLikes = List.copyOf(writtenLikes);
    deeds = List.copyOf(deeds);
  }

  /**
   * A poem that they gave.
   *
   * @param decision what was decided about it last
   * @param withdrawn when they took it back
   */
  public record Given(
      SubmittedPoem poem, Optional<Decision> decision, Optional<Instant> withdrawn) {}

  /**
   * A poem that they like.
   *
   * @param poem its id
   */
  public record Like(long poem, Instant at) {}

  /** How many likes there are, of all poems. */
  public int likesInAll() {
    return likes.size() + writtenLikes.size();
  }

  /** Whether nothing is stored that can be erased. */
  public boolean isEmpty() {
    return given.isEmpty() && written.isEmpty() && likesInAll() == 0;
  }
}
