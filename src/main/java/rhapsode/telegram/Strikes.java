package rhapsode.telegram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Strikes updates out, and those again where that failed: a database or a disk may be away for a
 * while. Never throws. Thread-safe.
 */
final class Strikes {
  /** What is not struck out beyond so many may be answered again; memory has to end somewhere. */
  static final int MOST_LEFT = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Strikes.class);

  private final IntConsumer strike;
  private final LinkedHashSet<Integer> left = new LinkedHashSet<>();

  /**
   * Nothing is left.
   *
   * @param strike strikes one out, as often as it is asked to; throws if it cannot
   */
  Strikes(IntConsumer strike) {
    this.strike = strike;
  }

  /** Strikes an update out, and then what is left of others. */
  void out(int id) {
    if (succeeds(id)) {
      again();
    }
  }

  /** Strikes out what is left, until one fails. */
  void again() {
    for (int id : left()) {
      if (!succeeds(id)) {
        return;
      }
    }
  }

  /** Whether an update is answered, though it could not be struck out. */
  synchronized boolean isLeft(int id) {
    return left.contains(id);
  }

  private synchronized List<Integer> left() {
    return List.copyOf(left);
  }

  private boolean succeeds(int id) {
    try {
      strike.accept(id);
      settle(id);
      return true;
    } catch (RuntimeException e) {
      keep(id);
      LOG.warn("A Telegram update could not be struck out; that is tried again", e);
      return false;
    }
  }

  private synchronized void settle(int id) {
    left.remove(id);
  }

  /** At the end: one that fails for ever must not be in the way of others. */
  private synchronized void keep(int id) {
    left.remove(id);
    left.add(id);
    if (left.size() > MOST_LEFT) {
      left.remove(left.iterator().next());
    }
  }
}
