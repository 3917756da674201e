package rhapsode.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * What a command is called, takes and costs: the one source for help, completion and the platforms'
 * registrations. What it does is told by the bundles: {@code command.<path>} has one sentence, with
 * dots for blanks, and {@code command.<path>.<option>} one for each option.
 *
 * @param path its name, for a subcommand after that of its base: {@code poems submit}
 * @param surface whether it is typed, or pressed only
 * @param discreet whether its answers are for the asker's eyes only; platforms want to know that
 *     before the command has run
 * @param noticeKey in the bundles, of what has to be read before its options are given; may be
 *     empty
 * @param options in the order in which they are asked for; what is typed without a name is the
 *     first
 */
public record Description(
    String path,
    Audience audience,
    Surface surface,
    boolean discreet,
    String noticeKey,
    Cost cost,
    List<Option> options) {
  public Description {
    options = List.copyOf(options);
    if (!path.matches("[a-z]{1,32}( [a-z]{1,32})?")) {
      throw new IllegalArgumentException("a command is one or two lower case words: " + path);
    }
  }

  private static Description of(String path, Surface surface, boolean discreet, Option... options) {
    return new Description(
        path, Audience.EVERYONE, surface, discreet, "", Cost.LITTLE, List.of(options));
  }

  /** A command for everyone whose answers everyone may see. */
  public static Description open(String path, Option... options) {
    return of(path, Surface.TYPED, false, options);
  }

  /** A command for everyone whose answers are for the asker alone. */
  public static Description discreet(String path, Option... options) {
    return of(path, Surface.TYPED, true, options);
  }

  /** A command for everyone that is given by buttons, with one option that the button knows. */
  public static Description pressed(String path, Option option) {
    return of(path, Surface.PRESSED, false, option);
  }

  /** The same with answers for the asker alone. */
  public Description discreetly() {
    return new Description(path, audience, surface, true, noticeKey, cost, options);
  }

  /** The same for others. */
  public Description to(Audience others) {
    return new Description(path, others, surface, discreet, noticeKey, cost, options);
  }

  /** The same with something to be read first, that stands in the bundles. */
  public Description noting(String key) {
    return new Description(path, audience, surface, discreet, key, cost, options);
  }

  /** The same where answering takes more. */
  public Description costing(Cost other) {
    return new Description(path, audience, surface, discreet, noticeKey, other, options);
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
    return said(reader, key(), path);
  }

  /** What one of its options is, in one sentence; where it is missing, adapters ask with it. */
  public String help(Option option, Locale reader) {
    return said(reader, help(option).key(), option.name());
  }

  /** What nobody has put into words yet goes by its name. */
  private static String said(Locale reader, String key, String name) {
    Wording wording = Wording.of(reader);
    return wording.has(key) ? wording.say(key) : name;
  }

  Phrase help(Option option) {
    return Phrase.of(key() + "." + option.name());
  }

  /** What has to be read before its options are given; may be empty, may be long. */
  public String notice(Locale reader) {
    return noticeKey.isEmpty() ? "" : Wording.of(reader).say(noticeKey);
  }

  private String key() {
    return "command." + path.replace(' ', '.');
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
