package rhapsode.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks typed options against a description. Every fault is one sentence with the remedy. */
public final class OptionCheck {
  private OptionCheck() {}

  /** The first fault of what was given; what is missing is none yet. */
  public static Optional<String> given(Description description, Map<String, String> options) {
    Optional<String> unknown =
        options.keySet().stream()
            .filter(name -> description.option(name).isEmpty())
            .min(String::compareTo)
            .map(name -> unknown(description, name));
    return unknown.or(
        () ->
            description.options().stream()
                .flatMap(o -> value(o, options.getOrDefault(o.name(), "")).stream())
                .findFirst());
  }

  /** Names the first required option that was not given. */
  public static Optional<String> missing(Description description, Map<String, String> options) {
    return description.options().stream()
        .filter(o -> o.required() && options.getOrDefault(o.name(), "").isBlank())
        .map(o -> "/%s needs %s: %s".formatted(description.path(), o.name(), o.help()))
        .findFirst();
  }

  /** The fault of one value; a blank one has none. */
  public static Optional<String> value(Option option, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    return switch (option.type()) {
      case TEXT, LONG_TEXT -> length(option, value);
      case FLAG ->
          YesNo.of(value).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "%s is yes or no, not '%s'.".formatted(option.name(), Nearest.shortened(value)));
      case NUMBER -> number(option, value, false);
      case WHOLE -> number(option, value, true);
      case CHOICE -> choice(option, value);
      case OPEN_CHOICE -> openChoice(option, value);
    };
  }

  private static String unknown(Description description, String name) {
    List<String> names = description.options().stream().map(Option::name).toList();
    String remedy =
        Nearest.to(name, names)
            .map(near -> "did you mean " + near + "?")
            .orElse("it has " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
    return "/%s has no option '%s'; %s"
        .formatted(description.path(), Nearest.shortened(name), remedy);
  }

  private static Optional<String> length(Option option, String value) {
    // Code points: whoever counts more strictly behind the command has the last word.
    int length = value.strip().codePointCount(0, value.strip().length());
    return length <= option.most()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s has at most %,.0f characters; yours has %,d.",
                option.name(),
                option.most(),
                length));
  }

  private static Optional<String> number(Option option, String value, boolean whole) {
    try {
      String typed = value.strip();
      double number = whole ? (double) Long.parseLong(typed) : Double.parseDouble(typed);
      if (number >= option.least() && number <= option.most()) {
        return Optional.empty();
      }
    } catch (NumberFormatException e) {
      // The sentence below says what a number would be.
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            whole
                ? "%s is a whole number from %.0f to %.0f, not '%s'."
                : "%s is a number from %s to %s, not '%s'.",
            option.name(),
            option.least(),
            option.most(),
            Nearest.shortened(value)));
  }

  private static Optional<String> choice(Option option, String value) {
    if (isListed(option, value)) {
      return Optional.empty();
    }
    return Optional.of(
        meant(option, value)
            .orElseGet(
                () ->
                    "There is no %s '%s'; there are %s."
                        .formatted(
                            option.name(),
                            Nearest.shortened(value),
                            String.join(", ", option.choices()))));
  }

  private static Optional<String> openChoice(Option option, String value) {
    Optional<String> fault =
        length(option, value)
            .or(() -> isListed(option, value) ? Optional.empty() : option.check().apply(value));
    return fault.map(sentence -> meant(option, value).orElse(sentence));
  }

  private static boolean isListed(Option option, String value) {
    return option.choices().contains(value.strip().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> meant(Option option, String value) {
    return Nearest.to(value, option.choices())
        .map(
            near ->
                "There is no %s '%s'; did you mean %s?"
                    .formatted(option.name(), Nearest.shortened(value), near));
  }
}
