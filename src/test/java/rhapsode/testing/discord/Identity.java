package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bot as the platform knows it, its guilds, and what it did that it must not. Thread-safe. */
final class Identity {
  private final long id = Snowflakes.next();
  private final List<Place> guilds = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  long id() {
    return id;
  }

  /** Looks like a bot's token, and is none. */
  String token() {
    return "fake-token-of-" + id;
  }

  ObjectNode user() {
    return Json.object()
        .put("id", Json.id(id))
        .put("username", "rhapsode")
        .put("discriminator", "0")
        .putNull("avatar")
        .put("bot", true)
        .put("mfa_enabled", false);
  }

  List<Place> guilds() {
    return guilds;
  }

  void violation(String sentence) {
    violations.add(sentence);
  }

  List<String> violations() {
    return List.copyOf(violations);
  }
}
