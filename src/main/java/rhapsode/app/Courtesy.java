package rhapsode.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Lets poems go first: blocks as long as somebody waits for one, but not so long that nothing else
 * would ever be done. Thread-safe.
 *
 * @param waiting how many poems are under way or wait
 */
record Courtesy(IntSupplier waiting) implements Runnable {
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(3);

  @Override
  public void run() {
    long begun = System.nanoTime();
    while (waiting.getAsInt() > 0 && System.nanoTime() - begun < LONGEST) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }
}
