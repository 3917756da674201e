package rhapsode.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory of the whole process, native memory counted, as Linux tells it; elsewhere nothing is told.
 *
 * @param status what {@code /proc/self/status} is elsewhere only in tests
 */
record ProcessMemory(Path status) {
  static final ProcessMemory OWN = new ProcessMemory(Path.of("/proc/self/status"));

  private static final long KIBIBYTE = 1024;

  /** Bytes that lie in the machine's memory. */
  OptionalLong resident() {
    return bytes("VmRSS:");
  }

  /** The most that it ever was. */
  OptionalLong peak() {
    return bytes("VmHWM:");
  }

  private OptionalLong bytes(String key) {
    return lines().stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .mapToLong(digits -> Long.parseLong(digits) * KIBIBYTE)
        .findFirst();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(status);
    } catch (IOException e) {
      return List.of();
    }
  }
}
