package rhapsode.community;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Shows a community its own poems: what stands behind {@code /poems top} and {@code random}.
 * Thread-safe if the source of randomness is; every method blocks on the store.
 */
public final class Gallery {
  private final ShownPoems poems;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Gallery(ShownPoems poems, InstantSource clock, RandomGenerator random) {
    this.poems = poems;
    this.clock = clock;
    this.random = random;
  }

  /** A community's best liked poems. */
  public List<ShownPoem> best(Community community, int most) {
    return poems.best(community, most);
  }

  /** Any of a community's poems, each about as likely as the others; empty if there is none. */
  public Optional<ShownPoem> any(Community community) {
    return poems.from(random.nextDouble(), community);
  }

  /** A poem, if this community may see it. */
  public Optional<ShownPoem> find(long id, Community community) {
    return poems.find(id, community);
  }

  /**
   * Somebody likes a poem; who does already, no longer does.
   *
   * @return the poem as it is liked then; empty if this community may not see it
   */
  public Optional<ShownPoem> like(long id, Community community, Author who) {
    if (poems.find(id, community).isEmpty()) {
      return Optional.empty();
    }
    poems.like(id, who, clock.instant());
    return poems.find(id, community);
  }
}
