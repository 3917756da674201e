package rhapsode.testing.discord;

import java.util.concurrent.atomic.AtomicLong;

/** Ids with the time in them: the library refuses interactions that are older than 15 minutes. */
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;
  private static final AtomicLong COUNT = new AtomicLong();

  private Snowflakes() {}

  static long next() {
    long count = COUNT.incrementAndGet() & 0x3F_FFFF;
    return (System.currentTimeMillis() - EPOCH) << 22 | count;
  }
}
