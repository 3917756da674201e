package rhapsode.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rhapsode.wording.Phrase;

/**
 * One thing that a command can be told; what it is, {@link Description#help(Option,
 * java.util.Locale)} says.
 *
 * @param name lower case letters
 * @param least of a number
 * @param most of a number; of a text, how many characters it may have
 * @param choices of a choice; of others, suggestions that need not be taken
 * @param check of a value that is no choice: what is wrong with it, with the remedy
 */
public record Option(
    String name,
    Type type,
    boolean required,
    double least,
    double most,
    List<String> choices,
    Function<String, Optional<Phrase>> check) {
  /** What its value looks like. */
  public enum Type {
    /** One line. */
    TEXT,
    /** Several lines. */
    LONG_TEXT,
    /** Yes or no. */
    FLAG,
    /** A number. */
    NUMBER,
    /** A whole number. */
    WHOLE,
    /** One of a list. */
    CHOICE,
    /** One of a list, or something of one's own that its check lets pass. */
    OPEN_CHOICE
  }

  public Option {
    choices = List.copyOf(choices);
    if (!name.matches("[a-z]{1,32}")) {
      throw new IllegalArgumentException("an option is one lower case word: " + name);
    }
    if (least > most) {
      throw new IllegalArgumentException(name + " has no value from " + least + " to " + most);
    }
  }

  /** An option that needs no check of its own. */
  private Option(
      String name, Type type, boolean required, double least, double most, List<String> choices) {
    this(name, type, required, least, most, choices, value -> Optional.empty());
  }

  public static Option text(String name, boolean required, int longest) {
    return new Option(name, Type.TEXT, required, 0, longest, List.of());
  }

  /** A text with suggestions. */
  public static Option text(String name, boolean required, int longest, List<String> suggestions) {
    return new Option(name, Type.TEXT, required, 0, longest, suggestions);
  }

  /** A required text of several lines. */
  public static Option longText(String name, int longest) {
    return new Option(name, Type.LONG_TEXT, true, 0, longest, List.of());
  }

  /** A required yes or no. */
  public static Option flag(String name) {
    return new Option(name, Type.FLAG, true, 0, 0, List.of());
  }

  /** A yes or no that may be left out. */
  public static Option optionalFlag(String name) {
    return new Option(name, Type.FLAG, false, 0, 0, List.of());
  }

  public static Option number(String name, double least, double most) {
    return new Option(name, Type.NUMBER, false, least, most, List.of());
  }

  public static Option whole(String name, boolean required, long least, long most) {
    return new Option(name, Type.WHOLE, required, least, most, List.of());
  }

  public static Option choice(String name, List<String> choices) {
    return new Option(name, Type.CHOICE, false, 0, 0, choices);
  }

  /**
   * One of a list, or something of one's own.
   *
   * @param check what is wrong with a value that is not on the list
   */
  public static Option openChoice(
      String name, int longest, List<String> choices, Function<String, Optional<Phrase>> check) {
    return new Option(name, Type.OPEN_CHOICE, false, 0, longest, choices, check);
  }
}
