package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody on Discord.
 *
 * @param locale of their client, e.g. {@code en-US}
 */
public record User(long id, String name, String locale) {
  public static User named(String name) {
    return new User(Snowflakes.next(), name, "en-US");
  }

  /** The same with their client in another language. */
  public User reading(String tag) {
    return new User(id, name, tag);
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
