package rhapsode.poet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Who writes the next line: of the poems under way, the one that is due first (Liu and Layland
 * 1973, "Scheduling Algorithms for Multiprogramming in a Hard-Real-Time Environment", section 7). A
 * poem is due so much later as it has lines, so a haiku overtakes a sonnet, but not a sonnet that
 * has waited. Among poems alike the first that was asked for is finished first: writing all of them
 * side by side would help nobody and let most wait longer. Thread-safe.
 */
final class Turns {
  /** What a line may take before its poem is late. */
  private static final Duration LINE = Duration.ofMillis(250);

  private final Executor thread;
  private final PriorityQueue<Turn> queue =
      new PriorityQueue<>(Comparator.comparing(Turn::due).thenComparing(Turn::number));
  private long asked;

  /**
   * Nobody waits yet.
   *
   * @param thread runs one task at a time
   */
  Turns(Executor thread) {
    this.thread = thread;
  }

  private record Turn(Writing writing, Instant due, long number) {}

  /** Lets a poem be written. */
  void add(Writing writing) {
    Instant due = writing.asked().plus(LINE.multipliedBy(writing.lines()));
    synchronized (queue) {
      queue.add(new Turn(writing, due, asked++));
    }
    thread.execute(this::next);
  }

  /** How many poems are under way or wait. */
  int size() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** One line; a thread that takes no more tasks, because the program ends, goes on to the last. */
  private void next() {
    Turn turn = first();
    while (turn != null) {
      if (turn.writing().writeLine()) {
        remove(turn);
        return;
      }
      if (isTakenOn()) {
        return;
      }
      turn = first();
    }
  }

  private @Nullable Turn first() {
    synchronized (queue) {
      return queue.peek();
    }
  }

  private void remove(Turn turn) {
    synchronized (queue) {
      queue.remove(turn);
    }
  }

  private boolean isTakenOn() {
    try {
      thread.execute(this::next);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }
}
