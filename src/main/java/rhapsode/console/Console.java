package rhapsode.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.chat.Router;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * The terminal as a chat platform. Whoever sits there runs the bot, so they are its owner. On a
 * pipe, each command says its last word before the next line is read; in a terminal the prompt
 * stays usable meanwhile.
 */
public final class Console {
  private static final Person OWNER = new Person("console", "owner", "console", Rank.OWNER);

  /** In which typed commands are remembered. */
  static final String HISTORY = "console-history";

  private static final Set<String> LEAVING = Set.of("/quit", "/exit");

  private final Router router;
  private final CommandLineParser parser;
  private final Lines lines;
  private final Locale reader;
  private final Exports exports;
  private final Map<Shown, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  Console(Router router, Lines lines, Path folder, Locale reader) {
    this.router = router;
    this.reader = reader;
    this.exports = new Exports(folder.resolve("exports"), Wording.of(reader));
    this.parser = new CommandLineParser(router.descriptions());
    this.lines = lines;
  }

  /** How a console ends. */
  public enum Ending {
    /** Somebody left with a word. */
    LEFT,
    /** The input ended. */
    ENDED,
    /** The input ended before there was anything in it: nobody sits there. */
    SILENT
  }

  /**
   * A console on standard input and output: with line editing in a terminal, plain on a pipe.
   * Returns when the input ends or somebody leaves, and all work is done or given up.
   *
   * @param terminal whether both are a terminal
   * @param folder where the console keeps typed commands, and puts files that it is given
   * @param greeting shown first in a terminal, never on a pipe
   * @param reader the language of whoever sits there
   * @throws IOException if the terminal cannot be used
   */
  public static Ending run(
      Router router, boolean terminal, Path folder, Phrase greeting, Locale reader)
      throws IOException {
    if (!terminal) {
      return new Console(router, new PipedLines(System.in, System.out), folder, reader).run();
    }
    try (Terminal jline = TerminalBuilder.builder().system(true).dumb(true).build()) {
      return run(router, jline, folder, Wording.of(reader).say(greeting), reader);
    }
  }

  /** A console on a terminal, in English. */
  static void run(Router router, Terminal terminal, Path folder, String greeting) {
    run(router, terminal, folder, greeting, Locale.ENGLISH);
  }

  private static Ending run(
      Router router, Terminal terminal, Path folder, String greeting, Locale reader) {
    Path history = folder.resolve(HISTORY);
    try (var lines = new TerminalLines(terminal, history, router.descriptions())) {
      lines.show(greeting.stripTrailing() + "\n");
      return new Console(router, lines, folder, reader).run();
    }
  }

  /** A console on a pipe, in English. */
  static void run(Router router, InputStream in, OutputStream out, Path folder) {
    new Console(router, new PipedLines(in, out), folder, Locale.ENGLISH).run();
  }

  /** Talks until the input ends or somebody leaves; waits for work under way. */
  Ending run() {
    Input input = lines.command();
    boolean silent = input instanceof Input.End;
    while (!leaves(input)) {
      input = handle(input).orElseGet(lines::command);
    }
    var work = CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new));
    if (!work.isDone()) {
      CompletableFuture<Void> interrupt = lines.interrupt();
      lines.show(Wording.of(reader).say("console.leaving"));
      CompletableFuture.anyOf(work, interrupt).join();
    }
    if (input instanceof Input.Line) {
      return Ending.LEFT;
    }
    return silent ? Ending.SILENT : Ending.ENDED;
  }

  private static boolean leaves(Input input) {
    return input instanceof Input.End
        || (input instanceof Input.Line line && LEAVING.contains(line.text().strip()));
  }

  /**
   * Does what was typed.
   *
   * @return what was typed instead of an answer, to be done next
   */
  private Optional<Input> handle(Input input) {
    String typed = input instanceof Input.Line line ? line.text().strip() : "";
    if (typed.startsWith("/")) {
      return command(typed);
    }
    if (!typed.isEmpty()) {
      lines.show(Wording.of(reader).say("console.slash") + "\n");
    }
    return Optional.empty();
  }

  private Optional<Input> command(String line) {
    CommandLineParser.Typed typed = parser.parse(line);
    var invocation = new Invocation(OWNER, "console", typed.path(), typed.options(), reader);
    Optional<Description> command = router.description(typed.path());
    if (command.isEmpty() || router.objection(invocation).isPresent()) {
      start(invocation);
      return Optional.empty();
    }
    Questions.Outcome outcome = new Questions(lines, reader).ask(command.get(), typed.options());
    if (outcome instanceof Questions.Outcome.Complete complete) {
      start(invocation.with(complete.options()));
      return Optional.empty();
    }
    return Optional.of(((Questions.Outcome.Cancelled) outcome).instead());
  }

  private void start(Invocation invocation) {
    var shown = new Shown(lines, exports);
    CompletableFuture<Void> work =
        router.route(invocation, shown).whenComplete((done, fault) -> shown.end());
    if (!lines.interactive()) {
      work.join();
    } else if (!work.isDone()) {
      shown.working(Wording.of(reader).say("console.working", invocation.command()));
      underWay.put(shown, work);
      work.whenComplete((done, fault) -> underWay.remove(shown));
    }
  }
}
