package rhapsode.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a command can be told.
 *
 * @param name lower case letters
 * @param help one sentence; where it is missing, adapters ask with it
 * @param least of a number
 * @param most of a number; of a text, how many characters it may have
 * @param choices of a choice; of others, suggestions that need not be taken
 * @param check of a value that is no choice: what is wrong with it, in one sentence with the remedy
 */
public record Option(
    String name,
    Type type,
    boolean required,
    String help,
    double least,
    double most,
    List<String> choices,
    Function<String, Optional<String>> check) {
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
      String name,
      Type type,
      boolean required,
      String help,
      double least,
      double most,
      List<String> choices) {
    this(name, type, required, help, least, most, choices, value -> Optional.empty());
  }

  public static Option text(String name, boolean required, int longest, String help) {
    return new Option(name, Type.TEXT, required, help, 0, longest, List.of());
  }

  /** A text with suggestions. */
  public static Option text(
      String name, boolean required, int longest, List<String> suggestions, String help) {
    return new Option(name, Type.TEXT, required, help, 0, longest, suggestions);
  }

  /** A required text of several lines. */
  public static Option longText(String name, int longest, String help) {
    return new Option(name, Type.LONG_TEXT, true, help, 0, longest, List.of());
  }

  /** A required yes or no. */
  public static Option flag(String name, String help) {
    return new Option(name, Type.FLAG, true, help, 0, 0, List.of());
  }

  /** A yes or no that may be left out. */
  public static Option optionalFlag(String name, String help) {
    return new Option(name, Type.FLAG, false, help, 0, 0, List.of());
  }

  public static Option number(String name, double least, double most, String help) {
    return new Option(name, Type.NUMBER, false, help, least, most, List.of());
  }

  public static Option whole(String name, boolean required, long least, long most, String help) {
    return new Option(name, Type.WHOLE, required, help, least, most, List.of());
  }

  public static Option choice(String name, List<String> choices, String help) {
    return new Option(name, Type.CHOICE, false, help, 0, 0, choices);
  }

  /**
   * One of a list, or something of one's own.
   *
   * @param check what is wrong with a value that is not on the list
   */
  public static Option openChoice(
      String name,
      int longest,
      List<String> choices,
      String help,
      Function<String, Optional<String>> check) {
    return new Option(name, Type.OPEN_CHOICE, false, help, 0, longest, choices, check);
  }
}
