package rhapsode.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks typed options against a description. */
final class OptionCheck {
  private OptionCheck() {}

  /** The first fault as one sentence with the remedy; empty if there is none. */
  static Optional<String> fault(Description description, Map<String, String> options) {
    for (String name : options.keySet().stream().sorted().toList()) {
      if (description.option(name).isEmpty()) {
        List<String> names = description.options().stream().map(Option::name).toList();
        return Optional.of(
            "/%s has no option '%s'; it has %s."
                .formatted(
                    description.path(),
                    Nearest.shortened(name),
                    names.isEmpty() ? "none" : String.join(", ", names)));
      }
    }
    for (Option option : description.options()) {
      String value = options.getOrDefault(option.name(), "");
      Optional<String> fault =
          value.isBlank() ? missing(description, option) : wrong(option, value);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missing(Description description, Option option) {
    return option.required()
        ? Optional.of(
            "/%s needs %s: %s".formatted(description.path(), option.name(), option.help()))
        : Optional.empty();
  }

  private static Optional<String> wrong(Option option, String value) {
    return switch (option.type()) {
      case TEXT, LONG_TEXT -> Optional.empty();
      case FLAG ->
          YesNo.of(value).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "%s is yes or no, not '%s'.".formatted(option.name(), Nearest.shortened(value)));
      case NUMBER -> number(option, value, false);
      case WHOLE -> number(option, value, true);
      case CHOICE -> choice(option, value);
    };
  }

  private static Optional<String> number(Option option, String value, boolean whole) {
    try {
      double number = whole ? (double) Long.parseLong(value) : Double.parseDouble(value);
      if (number >= option.least() && number <= option.most()) {
        return Optional.empty();
      }
    } catch (NumberFormatException e) {
      // The sentence below says what a number would be.
    }
    return Optional.of(
        whole
            ? String.format(
                Locale.ROOT,
                "%s is a whole number from %.0f to %.0f, not '%s'.",
                option.name(),
                option.least(),
                option.most(),
                Nearest.shortened(value))
            : String.format(
                Locale.ROOT,
                "%s is a number from %s to %s, not '%s'.",
                option.name(),
                option.least(),
                option.most(),
                Nearest.shortened(value)));
  }

  private static Optional<String> choice(Option option, String value) {
    if (option.choices().contains(value.strip().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String hint =
        Nearest.to(value, option.choices())
            .map(near -> "did you mean " + near + "?")
            .orElse("there are " + String.join(", ", option.choices()) + ".");
    return Optional.of(
        "There is no %s '%s'; %s".formatted(option.name(), Nearest.shortened(value), hint));
  }
}
