package rhapsode.learning;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import rhapsode.community.SubmittedPoem;

/**
 * The poems that a run looks at where a community has more than it could read: all that are liked,
 * as far as they go, and of the others each as likely as any other, and other ones in the next run.
 * Keeps no more in memory than it gives (bottom-k sampling: Cohen and Kaplan 2007, "Summarizing
 * data using bottom-k sketches"). Used by one thread.
 */
final class Draw {
  /** Some 600,000 words: with two passes, more than most machines read in ten minutes. */
  static final int MOST = 20_000;

  private final int most;
  private final Predicate<SubmittedPoem> liked;
  private final long salt;

  /** The first to go is the first. */
  private final PriorityQueue<Lot> drawn =
      new PriorityQueue<>(Comparator.comparing(Lot::liked).thenComparing(Lot::number));

  private record Lot(SubmittedPoem poem, boolean liked, long number) {}

  /**
   * A draw without poems.
   *
   * @param most how many it gives at most
   * @param liked those that go before others
   * @param run a number that the next run does not have
   */
  Draw(int most, Predicate<SubmittedPoem> liked, long run) {
    this.most = most;
    this.liked = liked;
    salt = new SplittableRandom(run).nextLong();
  }

  void offer(SubmittedPoem poem) {
    long number = new SplittableRandom(salt ^ poem.id()).nextLong();
    drawn.add(new Lot(poem, liked.test(poem), number));
    if (drawn.size() > most) {
      drawn.poll();
    }
  }

  /** What was drawn, by their numbers. */
  List<SubmittedPoem> poems() {
    return drawn.stream().map(Lot::poem).sorted(Comparator.comparing(SubmittedPoem::id)).toList();
  }
}
