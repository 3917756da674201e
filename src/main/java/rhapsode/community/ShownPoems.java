package rhapsode.community;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The submitted poems that others may see, approved, of authors who are not banned and consent to
 * their being shown, and who likes which. Durable and thread-safe as {@link PoemStore} is, on the
 * same poems: one that is withdrawn there is gone here at once, with all its likes. People are told
 * apart by platform and id.
 */
public interface ShownPoems {
  /** The poems that were given in a community, the best liked first, of equals the newest. */
  List<ShownPoem> best(Community community, int most);

  /**
   * One of a community's poems: they stand about evenly between 0 and 1, and this is the next one
   * from a place there on, and behind the last of them the first.
   *
   * @param place from 0 to 1
   * @return empty if there is none
   */
  Optional<ShownPoem> from(double place, Community community);

  /** A poem, if it was given in this community and may be shown. */
  Optional<ShownPoem> find(long id, Community community);

  /** How many like each poem of any community that somebody likes, by its number. */
  Map<Long, Integer> likes();

  /**
   * Somebody likes a poem; who does already, no longer does. Nothing happens to a poem that is not
   * to be shown.
   *
   * @return how many like it then
   */
  int like(long id, Author who, Instant at);
}
