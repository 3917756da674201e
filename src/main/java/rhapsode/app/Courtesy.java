package rhapsode.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Lets poems go first: blocks as long as somebody waits for one, but not so long that nothing else
 * would ever be done. Thread-safe.
 *
 * @param waiting how many poems are under way or wait
 * @param closing whether the program is about to end
 */
record Courtesy(IntSupplier waiting, BooleanSupplier closing) implements Runnable {
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(3);

  /**
   * Returns when the work may go on.
   *
   * @throws CancellationException if the program ends, and with it the work
   */
  @Override
  public void run() {
    long begun = System.nanoTime();
    while (!closing.getAsBoolean()
        && waiting.getAsInt() > 0
        && System.nanoTime() - begun < LONGEST) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    if (closing.getAsBoolean()) {
      throw new CancellationException("the program ends");
    }
  }
}
