package rhapsode.chat;

import java.time.Duration;
import java.util.List;

/**
 * How the program stands that the bot runs in.
 *
 * @param program its name and version
 * @param uptime since it was started
 * @param platforms a sentence for each platform beside the console, without secrets
 * @param memoryUsed bytes of Java's heap in use
 * @param memoryLimit bytes that it may grow to
 */
public record Vitals(
    String program, Duration uptime, List<String> platforms, long memoryUsed, long memoryLimit) {
  public Vitals {
    platforms = List.copyOf(platforms);
  }
}
