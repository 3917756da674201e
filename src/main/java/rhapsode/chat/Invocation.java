package rhapsode.chat;

import java.util.Map;

/**
 * A command as somebody gave it, on any platform.
 *
 * @param community where: a Discord server's or a chat's id, {@code console} for the terminal
 * @param command the path of a {@link Description}, without a slash
 * @param options values as they were typed, by name
 */
public record Invocation(
    Person person, String community, String command, Map<String, String> options) {
  public Invocation {
    options = Map.copyOf(options);
  }
}
