package rhapsode.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rhapsode.wording.Phrase;

/** Checks typed options against a description. Every fault is one sentence with the remedy. */
public final class OptionCheck {
  private OptionCheck() {}

  /** The first fault of what was given; what is missing is none yet. */
  public static Optional<Phrase> given(Description description, Map<String, String> options) {
    Optional<Phrase> unknown =
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
  public static Optional<Phrase> missing(Description description, Map<String, String> options) {
    return description.options().stream()
        .filter(o -> o.required() && options.getOrDefault(o.name(), "").isBlank())
        .map(o -> Phrase.of("option.missing", description.path(), o.name(), description.help(o)))
        .findFirst();
  }

  /** The fault of one value; a blank one has none. */
  public static Optional<Phrase> value(Option option, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    return switch (option.type()) {
      case TEXT, LONG_TEXT -> length(option, value);
      case FLAG ->
          YesNo.of(value).isPresent()
              ? Optional.empty()
              : Optional.of(Phrase.of("option.flag", option.name(), Nearest.shortened(value)));
      case NUMBER -> number(option, value, false);
      case WHOLE -> number(option, value, true);
      case CHOICE -> choice(option, value);
      case OPEN_CHOICE -> openChoice(option, value);
    };
  }

  /**
   * What a checked value means: a choice in any case and between blanks is the one that is listed.
   */
  static String meaning(Option option, String value) {
    return isListed(option, value) ? value.strip().toLowerCase(Locale.ROOT) : value;
  }

  private static Phrase unknown(Description description, String name) {
    List<String> names = description.options().stream().map(Option::name).toList();
    String typed = Nearest.shortened(name);
    if (names.isEmpty()) {
      return Phrase.of("option.none", description.path(), typed);
    }
    return Nearest.to(name, names)
        .map(near -> Phrase.of("option.unknown-near", description.path(), typed, near))
        .orElseGet(
            () -> Phrase.of("option.unknown", description.path(), typed, String.join(", ", names)));
  }

  private static Optional<Phrase> length(Option option, String value) {
    // Code points: whoever counts more strictly behind the command has the last word.
    int length = value.strip().codePointCount(0, value.strip().length());
    return length <= option.most()
        ? Optional.empty()
        : Optional.of(Phrase.of("option.long", option.name(), (long) option.most(), length));
  }

  private static Optional<Phrase> number(Option option, String value, boolean whole) {
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
        Phrase.of(
            whole ? "option.whole" : "option.number",
            option.name(),
            option.least(),
            option.most(),
            Nearest.shortened(value)));
  }

  private static Optional<Phrase> choice(Option option, String value) {
    if (isListed(option, value)) {
      return Optional.empty();
    }
    return Optional.of(
        meant(option, value)
            .orElseGet(
                () ->
                    Phrase.of(
                        "option.choice",
                        option.name(),
                        Nearest.shortened(value),
                        String.join(", ", option.choices()))));
  }

  private static Optional<Phrase> openChoice(Option option, String value) {
    Optional<Phrase> fault =
        length(option, value)
            .or(() -> isListed(option, value) ? Optional.empty() : option.check().apply(value));
    return fault.map(sentence -> meant(option, value).orElse(sentence));
  }

  private static boolean isListed(Option option, String value) {
    return option.choices().contains(value.strip().toLowerCase(Locale.ROOT));
  }

  private static Optional<Phrase> meant(Option option, String value) {
    return Nearest.to(value, option.choices())
        .map(
            near -> Phrase.of("option.choice-near", option.name(), Nearest.shortened(value), near));
  }
}
