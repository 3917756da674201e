package rhapsode.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Description;
import rhapsode.chat.Option;
import rhapsode.chat.OptionCheck;
import rhapsode.chat.YesNo;

/** Asks for what a command needs and was not told. */
record Questions(Lines lines) {
  /** How the asking ended. */
  sealed interface Outcome {
    /** All is there. */
    record Complete(Map<String, String> options) implements Outcome {}

    /** Nothing is to be done; this came instead of an answer. */
    record Cancelled(Input instead) implements Outcome {}
  }

  /** Asks for the required options that are missing, one after another. */
  Outcome ask(Description command, Map<String, String> given) {
    var options = new LinkedHashMap<>(given);
    if (!command.notice().isEmpty() && OptionCheck.missing(command, options).isPresent()) {
      lines.show(command.notice() + "\n");
    }
    for (Option option : command.options()) {
      if (option.required() && options.getOrDefault(option.name(), "").isBlank()) {
        lines.show(question(option));
        Input answer = option.type() == Option.Type.LONG_TEXT ? verse(option) : line(option);
        if (!(answer instanceof Input.Line line) || isCommand(answer)) {
          lines.show("Nothing was done: /%s was not finished.\n".formatted(command.path()));
          return new Outcome.Cancelled(answer);
        }
        options.put(option.name(), line.text());
      }
    }
    return new Outcome.Complete(options);
  }

  private static String question(Option option) {
    return switch (option.type()) {
      case LONG_TEXT -> option.help() + " End it with a single dot.";
      case FLAG -> option.help() + " (yes or no)";
      default -> option.help();
    };
  }

  private static boolean isCommand(Input input) {
    return input instanceof Input.Line line && line.text().strip().startsWith("/");
  }

  private Input line(Option option) {
    while (true) {
      Input input = lines.answer("? ");
      Optional<String> fault =
          input instanceof Input.Line line && !isCommand(input)
              ? fault(option, line.text())
              : Optional.empty();
      if (fault.isEmpty()) {
        return input;
      }
      lines.show(fault.get());
    }
  }

  private static Optional<String> fault(Option option, String answer) {
    if (option.type() == Option.Type.FLAG) {
      return YesNo.of(answer).isPresent()
          ? Optional.empty()
          : Optional.of("Please answer yes or no.");
    }
    return answer.isBlank() ? Optional.of(option.help()) : OptionCheck.value(option, answer);
  }

  /** Lines up to a single dot; a single line may be verse as it is quoted in print. */
  private Input verse(Option option) {
    var text = new StringBuilder();
    while (true) {
      Input input = lines.answer("| ");
      if (!(input instanceof Input.Line line) || isCommand(input)) {
        return input;
      }
      if (line.text().strip().equals(".")) {
        return finished(option, text.toString().strip());
      }
      text.append(line.text()).append('\n');
    }
  }

  /**
   * A text that is at fault is as good as none: writing it all once more is not asked of anyone.
   */
  private Input finished(Option option, String text) {
    String verse = text.indexOf('\n') < 0 ? CommandLineParser.lines(text) : text;
    Optional<String> fault = OptionCheck.value(option, verse);
    fault.ifPresent(lines::show);
    return verse.isEmpty() || fault.isPresent() ? new Input.Interrupt() : new Input.Line(verse);
  }
}
