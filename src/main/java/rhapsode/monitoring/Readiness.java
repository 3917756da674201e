package rhapsode.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the bot can do what it is there for: nothing is being closed, the database answers, a
 * model is in service, and each platform that it has a token for is connected. Thread-safe.
 */
final class Readiness {
  /**
   * One of the things that are needed.
   *
   * @param state a word or a few, without secrets
   */
  record Part(String name, boolean ready, String state) {}

  private volatile Optional<Subject> subject = Optional.empty();
  private volatile Optional<Supplier<Map<String, Boolean>>> platforms = Optional.empty();
  private volatile boolean closing;

  void watch(Subject bot) {
    subject = Optional.of(bot);
  }

  void watchPlatforms(Supplier<Map<String, Boolean>> connected) {
    platforms = Optional.of(connected);
  }

  /** From now on it is not ready, and never again. */
  void closing() {
    closing = true;
  }

  /** The bot, from when its parts are put together on. */
  Optional<Subject> subject() {
    return subject;
  }

  /** Whether its parts are put together, and not yet being taken apart. */
  boolean isUnderWay() {
    return subject.isPresent() && !closing;
  }

  /**
   * Each part, in the order in which the bot starts.
   *
   * @param database whether it answers
   */
  List<Part> parts(boolean database) {
    var parts = new ArrayList<Part>();
    parts.add(new Part("process", !closing, closing ? "closing" : "running"));
    parts.add(new Part("database", database, database ? "answers" : "does not answer"));
    String model = subject.map(Subject::model).orElse("");
    parts.add(new Part("model", !model.isEmpty(), model.isEmpty() ? "none in service" : model));
    if (platforms.isEmpty()) {
      parts.add(new Part("platforms", false, "not started yet"));
    }
    platforms()
        .forEach(
            (name, connected) ->
                parts.add(new Part(name, connected, connected ? "connected" : "not connected")));
    return parts;
  }

  /** Whether each platform is connected; none before they are started. */
  Map<String, Boolean> platforms() {
    return platforms.map(Supplier::get).orElse(Map.of());
  }
}
