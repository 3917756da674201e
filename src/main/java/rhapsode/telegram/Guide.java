package rhapsode.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.OptionCheck;
import rhapsode.chat.Router;
import rhapsode.chat.YesNo;
import rhapsode.wording.Wording;

/**
 * Asks for what a command needs and was not told, one question after another: with the request to
 * reply, so that the bot also sees the answer in a group, or with buttons. Thread-safe as long as
 * events of one chat come one after another.
 */
record Guide(Line line, Router router, Dialogues dialogues) {
  /** Begins the data of the buttons below a question; no command's path can. */
  static final String MARK = "?";

  /** Telegram's limit of what stands in an empty field, in characters. */
  private static final int LONGEST_PLACEHOLDER = 64;

  /**
   * Where a command stands.
   *
   * @param ready what can be done now
   * @param delivered completes when all questions are
   */
  record Step(Optional<Invocation> ready, CompletableFuture<?> delivered) {
    static Step said(CompletableFuture<?> delivered) {
      return new Step(Optional.empty(), delivered);
    }
  }

  /** Whether something required was not given. */
  boolean misses(Invocation invocation) {
    return router
        .description(invocation.command())
        .flatMap(d -> next(d, invocation.options()))
        .isPresent();
  }

  /** The first question, after what has to be read before; or none, if nothing is missing. */
  Step begin(Scene scene, Invocation invocation) {
    Description command = router.description(invocation.command()).orElseThrow();
    String notice = command.notice(scene.locale());
    if (!notice.isEmpty() && misses(invocation)) {
      Rendered.of(line.names().spoken(notice), "", Texts.LONGEST_TEXT)
          .forEach(piece -> sender(scene).send(piece, null));
    }
    return proceed(scene, command, invocation.options());
  }

  private static Optional<Option> next(Description command, Map<String, String> options) {
    return command.options().stream()
        .filter(o -> o.required() && options.getOrDefault(o.name(), "").isBlank())
        .findFirst();
  }

  private Step proceed(Scene scene, Description command, Map<String, String> options) {
    Optional<Option> missing = next(command, options);
    if (missing.isEmpty()) {
      dialogues.end(scene);
      return new Step(
          Optional.of(scene.invocation(command.path(), options)),
          CompletableFuture.completedFuture(null));
    }
    Option option = missing.get();
    Dialogues.Dialogue dialogue = dialogues.ask(scene, command.path(), options, option.name());
    String question = question(scene, command, option);
    return Step.said(
        sender(scene)
            .send(new Rendered(Texts.escaped(question), question), field(scene, option, dialogue)));
  }

  private Sender sender(Scene scene) {
    return new Sender(line, scene.place());
  }

  private String question(Scene scene, Description command, Option option) {
    String asked = command.help(option, scene.locale());
    return option.type() == Option.Type.LONG_TEXT
        ? asked + " " + Wording.of(scene.locale()).say("telegram.lines")
        : asked;
  }

  private static ReplyKeyboard field(Scene scene, Option option, Dialogues.Dialogue dialogue) {
    List<String> labels = labels(scene, option);
    if (labels.isEmpty()) {
      String name = option.name();
      return ForceReplyKeyboard.builder()
          .forceReply(true)
          .selective(true)
          .inputFieldPlaceholder(name.substring(0, Math.min(name.length(), LONGEST_PLACEHOLDER)))
          .build();
    }
    var rows = new ArrayList<InlineKeyboardRow>();
    for (int i = 0; i < labels.size(); i++) {
      if (i % 2 == 0) {
        rows.add(new InlineKeyboardRow());
      }
      rows.get(rows.size() - 1)
          .add(Rendered.key(labels.get(i), MARK + dialogue.id() + ":" + option.name() + ":" + i));
    }
    return new InlineKeyboardMarkup(rows);
  }

  private static List<String> labels(Scene scene, Option option) {
    Wording wording = Wording.of(scene.locale());
    return switch (option.type()) {
      case FLAG -> List.of(wording.say("telegram.yes"), wording.say("telegram.no"));
      case CHOICE, OPEN_CHOICE -> option.choices();
      default -> List.of();
    };
  }

  private static List<String> values(Option option) {
    return option.type() == Option.Type.FLAG ? List.of("yes", "no") : option.choices();
  }

  /** An answer that was written. */
  Step answer(Scene scene, Dialogues.Dialogue dialogue, String text) {
    Optional<Description> command = router.description(dialogue.command());
    Optional<Option> option = command.flatMap(c -> c.option(dialogue.asked()));
    if (dialogues.isLate(dialogue) || option.isEmpty()) {
      dialogues.end(scene);
      return say(scene, late(scene, dialogue));
    }
    String value = read(scene, option.get(), text);
    Optional<String> fault =
        OptionCheck.value(option.get(), value).map(Wording.of(scene.locale())::say);
    if (fault.isPresent() || value.isBlank()) {
      // The question stays open, also after a poem that is too long: it can be sent again, shorter.
      sender(scene).send(rendered(fault.orElse("")), null);
      return proceed(scene, command.get(), dialogue.options());
    }
    return proceed(scene, command.get(), with(dialogue, value));
  }

  private static String read(Scene scene, Option option, String text) {
    if (option.type() == Option.Type.FLAG && YesNo.of(text).isEmpty()) {
      int spoken =
          labels(scene, option).stream()
              .map(String::toLowerCase)
              .toList()
              .indexOf(text.strip().toLowerCase(scene.locale()));
      return spoken < 0 ? text : values(option).get(spoken);
    }
    boolean verse = option.type() == Option.Type.LONG_TEXT && text.indexOf('\n') < 0;
    return verse ? CommandLineParser.lines(text) : text;
  }

  private static Map<String, String> with(Dialogues.Dialogue dialogue, String value) {
    var options = new LinkedHashMap<>(dialogue.options());
    options.put(dialogue.asked(), value);
    return options;
  }

  /**
   * A button below a question was pressed.
   *
   * @param data with the mark
   */
  Step press(Scene scene, String data, Acknowledgement acknowledgement) {
    String[] parts = data.substring(MARK.length()).split(":");
    Wording wording = Wording.of(scene.locale());
    Optional<Dialogues.Dialogue> open =
        dialogues
            .of(scene)
            .filter(
                d -> parts.length == 3 && parts[0].equals(d.id()) && parts[1].equals(d.asked()));
    if (open.isEmpty()) {
      return Step.said(toast(scene, wording.say("telegram.gone"), acknowledgement));
    }
    Dialogues.Dialogue dialogue = open.get();
    Optional<Description> command = router.description(dialogue.command());
    Optional<Option> option = command.flatMap(c -> c.option(dialogue.asked()));
    Optional<Integer> choice = option.flatMap(o -> index(parts[2], values(o).size()));
    if (dialogues.isLate(dialogue) || choice.isEmpty()) {
      dialogues.end(scene);
      return Step.said(
          CompletableFuture.allOf(
              toast(scene, late(scene, dialogue), acknowledgement),
              sender(scene).removeKeyboard(scene.place().message())));
    }
    acknowledgement.give();
    String label = labels(scene, option.get()).get(choice.get());
    CompletableFuture<Void> decided =
        sender(scene)
            .edit(
                scene.place().message(),
                rendered(question(scene, command.get(), option.get()) + "\n→ " + label),
                null);
    String value = values(option.get()).get(choice.get());
    Step step = proceed(scene, command.get(), with(dialogue, value));
    return new Step(step.ready(), CompletableFuture.allOf(step.delivered(), decided));
  }

  private static Optional<Integer> index(String text, int size) {
    return text.matches("\\d{1,4}") && Integer.parseInt(text) < size
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private String late(Scene scene, Dialogues.Dialogue dialogue) {
    return Wording.of(scene.locale())
        .say("telegram.late", "/" + line.names().of(dialogue.command()));
  }

  /** Gives up what was begun. */
  Optional<String> cancel(Scene scene) {
    Optional<Dialogues.Dialogue> open = dialogues.of(scene).filter(d -> !dialogues.isLate(d));
    dialogues.end(scene);
    return open.map(
        dialogue ->
            Wording.of(scene.locale())
                .say("telegram.cancelled", "/" + line.names().of(dialogue.command())));
  }

  private CompletableFuture<?> toast(
      Scene scene, String sentence, Acknowledgement acknowledgement) {
    return acknowledgement.give(sentence, () -> sender(scene).send(rendered(sentence), null));
  }

  private Step say(Scene scene, String sentence) {
    return Step.said(sender(scene).send(rendered(sentence), null));
  }

  private static Rendered rendered(String text) {
    return new Rendered(Texts.escaped(text), text);
  }
}
