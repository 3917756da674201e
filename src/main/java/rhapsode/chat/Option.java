package rhapsode.chat;

import java.util.List;

/**
 * One thing that a command can be told.
 *
 * @param name lower case letters
 * @param help one sentence; where it is missing, adapters ask with it
 * @param least of a number
 * @param most of a number; of a text, how many characters it may have
 * @param choices of a choice; of a text, suggestions that need not be taken
 */
public record Option(
    String name,
    Type type,
    boolean required,
    String help,
    double least,
    double most,
    List<String> choices) {
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
    CHOICE
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

  public static Option number(String name, double least, double most, String help) {
    return new Option(name, Type.NUMBER, false, help, least, most, List.of());
  }

  public static Option whole(String name, boolean required, long least, long most, String help) {
    return new Option(name, Type.WHOLE, required, help, least, most, List.of());
  }

  public static Option choice(String name, List<String> choices, String help) {
    return new Option(name, Type.CHOICE, false, help, 0, 0, choices);
  }
}
