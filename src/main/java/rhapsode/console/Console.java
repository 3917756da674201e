package rhapsode.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
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
import rhapsode.chat.Router;

/**
 * The terminal as a chat platform. Whoever sits there runs the bot, so they are its owner. On a
 * pipe, each command says its last word before the next line is read; in a terminal the prompt
 * stays usable meanwhile.
 */
public final class Console {
  private static final Person OWNER = new Person("console", "owner", "console", true);
  private static final Set<String> LEAVING = Set.of("/quit", "/exit");

  private final Router router;
  private final CommandLineParser parser;
  private final Lines lines;
  private final Map<Shown, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  Console(Router router, Lines lines) {
    this.router = router;
    this.parser = new CommandLineParser(router.descriptions());
    this.lines = lines;
  }

  /**
   * A console on standard input and output: with line editing in a terminal, plain on a pipe.
   * Returns when the input ends or somebody leaves, and all work is done or given up.
   *
   * @param terminal whether both are a terminal
   * @param history the file in which typed commands are remembered
   * @param greeting shown first in a terminal, never on a pipe
   * @throws IOException if the terminal cannot be used
   */
  public static void run(Router router, boolean terminal, Path history, String greeting)
      throws IOException {
    if (!terminal) {
      run(router, System.in, System.out);
      return;
    }
    try (Terminal jline = TerminalBuilder.builder().system(true).dumb(true).build()) {
      run(router, jline, history, greeting);
    }
  }

  /** A console on a terminal. */
  static void run(Router router, Terminal terminal, Path history, String greeting) {
    try (var lines = new TerminalLines(terminal, history, router.descriptions())) {
      lines.show(greeting.stripTrailing() + "\n");
      new Console(router, lines).run();
    }
  }

  /** A console on a pipe. */
  static void run(Router router, InputStream in, OutputStream out) {
    new Console(router, new PipedLines(in, out)).run();
  }

  /** Talks until the input ends or somebody leaves; waits for work under way. */
  void run() {
    Input input = lines.command();
    while (!leaves(input)) {
      input = handle(input).orElseGet(lines::command);
    }
    var work = CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new));
    if (!work.isDone()) {
      CompletableFuture<Void> interrupt = lines.interrupt();
      lines.show("Something is still under way; I leave when it is done. Ctrl-C leaves at once.");
      CompletableFuture.anyOf(work, interrupt).join();
    }
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
      lines.show("Commands start with a slash: try /poem moonlight, or /help.\n");
    }
    return Optional.empty();
  }

  private Optional<Input> command(String line) {
    CommandLineParser.Typed typed = parser.parse(line);
    var invocation = new Invocation(OWNER, "console", typed.path(), typed.options());
    Optional<Description> command = router.description(typed.path());
    if (command.isEmpty() || router.objection(invocation).isPresent()) {
      start(invocation);
      return Optional.empty();
    }
    Questions.Outcome outcome = new Questions(lines).ask(command.get(), typed.options());
    if (outcome instanceof Questions.Outcome.Complete complete) {
      start(invocation.with(complete.options()));
      return Optional.empty();
    }
    return Optional.of(((Questions.Outcome.Cancelled) outcome).instead());
  }

  private void start(Invocation invocation) {
    var shown = new Shown(lines);
    CompletableFuture<Void> work =
        router.route(invocation, shown).whenComplete((done, fault) -> shown.end());
    if (!lines.interactive()) {
      work.join();
    } else if (!work.isDone()) {
      shown.working("Working on /" + invocation.command() + " …");
      underWay.put(shown, work);
      work.whenComplete((done, fault) -> underWay.remove(shown));
    }
  }
}
