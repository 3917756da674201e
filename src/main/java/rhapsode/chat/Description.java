package rhapsode.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.wording.Wording;

/**
 * What a command is called, takes and does: the one source for help, completion and the platforms'
 * registrations.
 *
 * @param path its name, for a subcommand after that of its base: {@code poems submit}
 * @param help one sentence
 * @param surface whether it is typed, or pressed only
 * @param discreet whether its answers are for the asker's eyes only; platforms want to know that
 *     before the command has run
 * @param notice what has to be read before its options are given; may be empty, may be long
 * @param options in the order in which they are asked for; what is typed without a name is the
 *     first
 */
public record Description(
    String path,
    String help,
    Audience audience,
    Surface surface,
    boolean discreet,
    String notice,
    List<Option> options) {
  public Description {
    options = List.copyOf(options);
    if (!path.matches("[a-z]{1,32}( [a-z]{1,32})?")) {
      throw new IllegalArgumentException("a command is one or two lower case words: " + path);
    }
  }

  /** A command for everyone whose answers everyone may see. */
  public static Description open(String path, String help, Option... options) {
    return new Description(
        path, help, Audience.EVERYONE, Surface.TYPED, false, "", List.of(options));
  }

  /** A command for everyone whose answers are for the asker alone. */
  public static Description discreet(String path, String help, Option... options) {
    return new Description(
        path, help, Audience.EVERYONE, Surface.TYPED, true, "", List.of(options));
  }

  /** A command for everyone that is given by buttons, with one option that the button knows. */
  public static Description pressed(String path, String help, Option option) {
    return new Description(
        path, help, Audience.EVERYONE, Surface.PRESSED, false, "", List.of(option));
  }

  /** The same with answers for the asker alone. */
  public Description discreetly() {
    return new Description(path, help, audience, surface, true, notice, options);
  }

  /** The same for others. */
  public Description to(Audience others) {
    return new Description(path, help, others, surface, discreet, notice, options);
  }

  /** The same with something to be read first. */
  public Description noting(String text) {
    return new Description(path, help, audience, surface, discreet, text, options);
  }

  /** Its first word: the command itself, or the base of a subcommand. */
  public String base() {
    return path.split(" ")[0];
  }

  public Optional<Option> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** What it does, in one sentence. */
  public String help(Locale reader) {
    return said(reader, "command." + key(), help);
  }

  /** What one of its options is, in one sentence. */
  public String help(Option option, Locale reader) {
    return said(reader, "command." + key() + "." + option.name(), option.help());
  }

  private String key() {
    return path.replace(' ', '.');
  }

  private static String said(Locale reader, String key, String english) {
    Wording wording = Wording.of(reader);
    return wording.has(key) ? wording.say(key) : english;
  }

  /** How it is typed, e.g. {@code /poem seed [form:…]}. */
  public String usage() {
    var usage = new StringBuilder("/").append(path);
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      String shown = i == 0 ? option.name() : option.name() + ":…";
      usage.append(' ').append(option.required() ? shown : "[" + shown + "]");
    }
    return usage.toString();
  }
}
