package rhapsode.testing.telegram;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who administers which group. Not thread-safe. */
final class Members {
  private final Set<String> administrators = new TreeSet<>();

  void promote(long user, long group) {
    administrators.add(group + "/" + user);
  }

  void demote(long user, long group) {
    administrators.remove(group + "/" + user);
  }

  /** A ChatMember as JSON. */
  String one(long user, long chat) {
    String status = administrators.contains(chat + "/" + user) ? "administrator" : "member";
    return "{\"status\":\"%s\",\"user\":{\"id\":%d,\"is_bot\":false,\"first_name\":\"x\"}}"
        .formatted(status, user);
  }

  /** The administrators of a group as JSON. */
  String administrators(long chat) {
    return administrators.stream()
        .filter(key -> key.startsWith(chat + "/"))
        .map(key -> one(Long.parseLong(key.split("/")[1]), chat))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
