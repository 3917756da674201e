package rhapsode.telegram;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Audience;
import rhapsode.chat.Button;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.chat.Surface;
import rhapsode.wording.Wording;

/**
 * Understands what people write and press, and has it done. Events of one chat have to come one
 * after another; apart from that thread-safe.
 */
final class Front {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final Line line;
  private final Router router;
  private final InstantSource clock;
  private final Guide guide;
  private final Ranks ranks;
  private final InlinePoems inline;
  private final CommandLineParser parser;
  private final Map<Answers, CompletableFuture<?>> goingOn = new ConcurrentHashMap<>();

  Front(Line line, Router router, InstantSource clock, Dialogues dialogues, Staff staff) {
    this.ranks = new Ranks(line.api(), staff, router);
    this.line = line;
    this.router = router;
    this.clock = clock;
    this.guide = new Guide(line, router, dialogues);
    this.inline = new InlinePoems(line, router);
    this.parser =
        new CommandLineParser(
            router.descriptions().stream().filter(d -> d.surface() == Surface.TYPED).toList());
  }

  /**
   * Handles an event, without waiting for long work.
   *
   * @return completes when all answers are delivered
   */
  CompletableFuture<?> handle(Event event) {
    if (event instanceof Event.Said said) {
      return said(said);
    }
    if (event instanceof Event.Pressed pressed) {
      return pressed(pressed);
    }
    if (event instanceof Event.Typing typing) {
      return inline.answer(typing);
    }
    Event.Moved moved = (Event.Moved) event;
    line.outbox().moved(moved.from(), moved.to());
    guide.dialogues().moved(moved.from(), moved.to());
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Completes, always normally, when all that has begun has ended and said its last words, also
   * what only shows that it goes on.
   */
  CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(goingOn.values().toArray(CompletableFuture[]::new))
        .exceptionally(thrown -> null);
  }

  private CompletableFuture<?> said(Event.Said said) {
    Scene scene = said.scene();
    if (said.text().startsWith("/")) {
      return command(scene, said.text());
    }
    return guided(scene, () -> answer(scene, said));
  }

  private CompletableFuture<?> answer(Scene scene, Event.Said said) {
    boolean meant = said.answer() || !scene.place().group();
    Optional<Dialogues.Dialogue> open = meant ? guide.dialogues().of(scene) : Optional.empty();
    if (open.isPresent()) {
      return goOn(scene, guide.answer(scene, open.get(), said.text()));
    }
    return scene.place().group()
        ? CompletableFuture.completedFuture(null)
        : say(scene, Wording.of(scene.locale()).say("telegram.plain"));
  }

  private CompletableFuture<?> command(Scene scene, String text) {
    String word = text.split("\\s", 2)[0];
    String[] called = word.substring(1).split("@", 2);
    boolean ours = called.length == 2 && called[1].equalsIgnoreCase(line.bot());
    if (called.length == 2 && !ours) {
      return CompletableFuture.completedFuture(null);
    }
    String name = called[0].toLowerCase(Locale.ROOT);
    String rest = text.substring(word.length()).strip();
    Optional<String> path = line.names().path(name);
    return switch (name) {
      case "start" -> start(scene, rest);
      case "cancel" -> guided(scene, () -> cancel(scene));
      default -> {
        if (path.isEmpty() && scene.place().group() && !ours && !isBase(name)) {
          // Another bot's, in all likelihood.
          yield CompletableFuture.completedFuture(null);
        }
        yield command(scene, path.orElse(name), rest);
      }
    };
  }

  private CompletableFuture<?> cancel(Scene scene) {
    return say(
        scene,
        guide.cancel(scene).orElseGet(() -> Wording.of(scene.locale()).say("telegram.nothing")));
  }

  private boolean isBase(String name) {
    return router.descriptions().stream().anyMatch(d -> d.base().equals(name));
  }

  private CompletableFuture<?> command(Scene scene, String path, String rest) {
    return ranks.ranked(scene, path).thenCompose(ranked -> obey(ranked, path, rest));
  }

  private CompletableFuture<?> obey(Scene scene, String path, String rest) {
    CommandLineParser.Typed typed = parser.parse("/" + path + " " + onOneLine(path, rest));
    Invocation invocation = scene.invocation(typed.path(), typed.options());
    unfinished(scene).ifPresent(sentence -> say(scene, sentence));
    if (router.objection(invocation).isPresent() || !guide.misses(invocation)) {
      return run(scene, invocation, null);
    }
    Description command = router.description(typed.path()).orElseThrow();
    if (command.discreet() && scene.place().group()) {
      String link = line.deepLink(line.names().of(command.path()));
      return say(scene, Wording.of(scene.locale()).say("telegram.continue", link));
    }
    return guided(scene, () -> goOn(scene, guide.begin(scene, invocation)));
  }

  /** What a new command breaks off; a command is obeyed even where nobody can tell. */
  private Optional<String> unfinished(Scene scene) {
    try {
      return guide.cancel(scene);
    } catch (RuntimeException e) {
      LOG.warn("It cannot be told whether a dialogue is open", e);
      return Optional.empty();
    }
  }

  /** What needs the dialogues, which may lie in a database that is gone: then that is said. */
  private CompletableFuture<?> guided(Scene scene, Supplier<CompletableFuture<?>> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      LOG.warn("A dialogue could not be gone on with", e);
      return say(scene, Wording.of(scene.locale()).say("router.failed"));
    }
  }

  /** The parser reads lines as they are quoted in print. */
  private String onOneLine(String path, String text) {
    boolean verse =
        router.descriptions().stream()
            .filter(d -> d.path().equals(path))
            .flatMap(d -> d.options().stream())
            .anyMatch(o -> o.type() == Option.Type.LONG_TEXT);
    return verse
        ? text.replaceAll("[ \\t]*\\R[ \\t]*\\R\\s*", " // ").replaceAll("[ \\t]*\\R", " / ")
        : text.replaceAll("\\s*\\R\\s*", " ");
  }

  /**
   * Who follows a link has not written what is in it, nor seen it: it may begin what everybody may
   * do, and what is answered in private, but bring words only to what everybody may see.
   */
  private CompletableFuture<?> start(Scene scene, String payload) {
    String[] words = payload.split("_", 2);
    Optional<Description> command =
        line.names().path(words[0].toLowerCase(Locale.ROOT)).flatMap(router::description);
    boolean open = command.isPresent() && !command.get().discreet();
    if (command.isEmpty() || (open && command.get().audience() != Audience.EVERYONE)) {
      return say(scene, Wording.of(scene.locale()).say("telegram.start"));
    }
    String rest = open && words.length == 2 ? words[1].replace('_', ' ') : "";
    return command(scene, command.get().path(), rest);
  }

  private CompletableFuture<?> pressed(Event.Pressed pressed) {
    Acknowledgement acknowledgement = Acknowledgement.soon(line, pressed.query());
    Scene scene = pressed.scene();
    String path = pressed.data().split(":", 2)[0];
    return ranks
        .ranked(scene, path)
        .thenCompose(ranked -> pressed(ranked, pressed, acknowledgement));
  }

  private CompletableFuture<?> pressed(
      Scene scene, Event.Pressed pressed, Acknowledgement acknowledgement) {
    if (pressed.data().startsWith(Guide.MARK)) {
      return guided(scene, () -> goOn(scene, guide.press(scene, pressed.data(), acknowledgement)));
    }
    Optional<Invocation> invocation =
        Button.pressed(
            pressed.data(),
            scene.person(),
            String.valueOf(scene.place().chat()),
            scene.locale(),
            router);
    var below = new Answers.Pressed(scene.place().message(), pressed.photo(), acknowledgement);
    if (invocation.isEmpty()) {
      Answers answers = answers(scene, "start", below);
      answers.say(Reply.discreet(Wording.of(scene.locale()).say("button.dead")));
      return answers.delivered();
    }
    return run(scene, invocation.get(), below)
        .whenComplete((done, thrown) -> acknowledgement.give());
  }

  private CompletableFuture<?> goOn(Scene scene, Guide.Step step) {
    return step.ready().isPresent()
        ? CompletableFuture.allOf(step.delivered(), run(scene, step.ready().get(), null))
        : step.delivered();
  }

  private CompletableFuture<?> run(
      Scene scene, Invocation invocation, Answers.@Nullable Pressed pressed) {
    String restart = line.names().of(invocation.command()).replace(' ', '_');
    Answers answers = answers(scene, restart, pressed);
    CompletableFuture<Void> work = router.route(invocation, answers);
    if (!work.isDone()) {
      Working working = Working.in(line, scene.place());
      CompletableFuture.anyOf(work, answers.progressShown())
          .whenComplete((done, thrown) -> working.end());
    }
    CompletableFuture<Void> answered = work.thenCompose(done -> answers.delivered());
    goingOn.put(answers, answered);
    answered.whenComplete((done, thrown) -> goingOn.remove(answers));
    // Who sees that a training goes on has had an answer: it must not begin again after a restart.
    return CompletableFuture.anyOf(answered, answers.progressShown());
  }

  private Answers answers(Scene scene, String restart, Answers.@Nullable Pressed pressed) {
    var asker = new Answers.Asker(scene.place(), scene.user(), scene.locale(), pressed, restart);
    return new Answers(line, asker, clock);
  }

  private CompletableFuture<?> say(Scene scene, String sentence) {
    return new Sender(line, scene.place())
        .send(new Rendered(Texts.escaped(sentence), sentence), null);
  }
}
