package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Somebody on Discord.
 *
 * @param locale of their client, e.g. {@code en-US}
 * @param roles where they are a member
 */
public record User(long id, String name, String locale, List<Long> roles) {
  public User {
    roles = List.copyOf(roles);
  }

  public static User named(String name) {
    return new User(Snowflakes.next(), name, "en-US", List.of());
  }

  /** The same with their client in another language. */
  public User reading(String tag) {
    return new User(id, name, tag, roles);
  }

  /** The same with other roles. */
  public User with(List<Long> others) {
    return new User(id, name, locale, others);
  }

  ObjectNode json() {
    return Json.object()
        .put("id", Json.id(id))
        .put("username", name.toLowerCase(java.util.Locale.ROOT))
        .put("global_name", name)
        .put("discriminator", "0")
        .putNull("avatar");
  }
}
