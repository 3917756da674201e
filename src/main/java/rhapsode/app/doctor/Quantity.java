package rhapsode.app.doctor;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them; a gigabyte has 10^9 bytes. */
final class Quantity {
  static final long MEGABYTE = 1_000_000;
  static final long GIGABYTE = 1_000 * MEGABYTE;

  private Quantity() {}

  static String bytes(long bytes) {
    return bytes < GIGABYTE
        ? "%d MB".formatted(bytes / MEGABYTE)
        : String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
