package rhapsode.chat;

import java.util.Locale;
import java.util.Map;
import rhapsode.community.Community;

/**
 * A command as somebody gave it, on any platform.
 *
 * @param community where: a Discord server's or a chat's id, {@code console} for the terminal
 * @param command the path of a {@link Description}, without a slash
 * @param options values as they were typed, by name; a blank one counts as not given
 * @param locale the language the asker reads
 */
public record Invocation(
    Person person, String community, String command, Map<String, String> options, Locale locale) {
  public Invocation {
    options = Map.copyOf(options);
  }

  /** An invocation by somebody who reads English. */
  public Invocation(Person person, String community, String command, Map<String, String> options) {
    this(person, community, command, options, Locale.ENGLISH);
  }

  /** The people among whom it was given. */
  public Community place() {
    return new Community(person.platform(), community);
  }

  /** The same with other options. */
  public Invocation with(Map<String, String> others) {
    return new Invocation(person, community, command, others, locale);
  }
}
