package rhapsode.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A submitted poem with all that belongs to it but its number, which is another in every store.
 *
 * @param at when it was given
 * @param votes who likes it, by time
 * @param origin of a poem that nobody gave
 */
public record ArchivedPoem(
    Submission submission, Instant at, List<Vote> votes, Optional<Origin> origin) {
  public ArchivedPoem {
    votes = List.copyOf(votes);
  }

  /**
   * Somebody likes it.
   *
   * @param platform where they are known
   * @param id the platform's own unchangeable id
   */
  public record Vote(String platform, String id, Instant at) {
    public Vote {
      if (platform.isBlank() || id.isBlank()) {
        throw new IllegalArgumentException("a vote has a platform and an id");
      }
    }
  }
}
