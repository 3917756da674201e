package rhapsode.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Description;
import rhapsode.chat.Option;
import rhapsode.chat.OptionCheck;
import rhapsode.chat.YesNo;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** Asks for what a command needs and was not told, in the language of whoever sits there. */
record Questions(Lines lines, Locale reader) {
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
    String notice = command.notice(reader);
    if (!notice.isEmpty() && OptionCheck.missing(command, options).isPresent()) {
      lines.show(notice + "\n");
    }
    for (Option option : command.options()) {
      if (option.required() && options.getOrDefault(option.name(), "").isBlank()) {
        lines.show(question(option, command.help(option, reader)));
        Input answer =
            option.type() == Option.Type.LONG_TEXT ? verse(option) : line(command, option);
        if (!(answer instanceof Input.Line line) || isCommand(answer)) {
          lines.show(Wording.of(reader).say("console.cancelled", command.path()) + "\n");
          return new Outcome.Cancelled(answer);
        }
        options.put(option.name(), line.text());
      }
    }
    return new Outcome.Complete(options);
  }

  private String question(Option option, String help) {
    Wording wording = Wording.of(reader);
    return switch (option.type()) {
      case LONG_TEXT -> wording.say("console.verse", help);
      case FLAG -> wording.say("console.flag", help);
      default -> help;
    };
  }

  private static boolean isCommand(Input input) {
    return input instanceof Input.Line line && line.text().strip().startsWith("/");
  }

  private Input line(Description command, Option option) {
    while (true) {
      Input input = lines.answer("? ");
      Optional<String> fault =
          input instanceof Input.Line line && !isCommand(input)
              ? fault(command, option, line.text())
              : Optional.empty();
      if (fault.isEmpty()) {
        return input;
      }
      lines.show(fault.get());
    }
  }

  private Optional<String> fault(Description command, Option option, String answer) {
    Wording wording = Wording.of(reader);
    if (option.type() == Option.Type.FLAG) {
      return YesNo.of(answer).isPresent()
          ? Optional.empty()
          : Optional.of(wording.say("console.yes-no"));
    }
    return answer.isBlank()
        ? Optional.of(command.help(option, reader))
        : OptionCheck.value(option, answer).map(wording::say);
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
    Optional<Phrase> fault = OptionCheck.value(option, verse);
    fault.map(Wording.of(reader)::say).ifPresent(lines::show);
    return verse.isEmpty() || fault.isPresent() ? new Input.Interrupt() : new Input.Line(verse);
  }
}
