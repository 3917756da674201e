package rhapsode.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Person;
import rhapsode.chat.Router;
import rhapsode.chat.YesNo;
import rhapsode.console.CommandLineParser.Typed;

/**
 * The terminal as a chat platform. Whoever sits there runs the bot, so they are its owner. On a
 * pipe, each command says its last word before the next line is read.
 */
public final class Console {
  private static final Person OWNER = new Person("console", "owner", "console", true);

  private final Router router;
  private final CommandLineParser parser;
  private final Lines lines;

  Console(Router router, Lines lines) {
    this.router = router;
    this.parser = new CommandLineParser(router.descriptions());
    this.lines = lines;
  }

  /**
   * A console on standard input and output: with line editing in a terminal, plain on a pipe.
   *
   * @param terminal whether both are a terminal
   * @param history the file in which typed lines are remembered
   */
  public static void run(Router router, boolean terminal, Path history, String greeting)
      throws IOException {
    if (!terminal) {
      run(router, System.in, System.out);
      return;
    }
    try (Terminal jline = TerminalBuilder.builder().system(true).build()) {
      var lines = new TerminalLines(jline, history, router.descriptions());
      jline.writer().println(greeting);
      new Console(router, lines).run();
    }
  }

  /** A console on a pipe. */
  static void run(Router router, InputStream in, OutputStream out) {
    new Console(router, new PipedLines(in, out)).run();
  }

  /** Talks until the input ends or somebody leaves; waits for work under way. */
  void run() {
    CompletableFuture<Void> open = CompletableFuture.completedFuture(null);
    @Nullable String next = lines.read("> ");
    while (next != null && !isQuit(next)) {
      String again = null;
      if (next.strip().startsWith("/")) {
        Typed typed = parser.parse(next);
        Map<String, String> options = new LinkedHashMap<>(typed.options());
        again = complete(typed, options);
        if (again == null) {
          CompletableFuture<Void> work =
              router.route(
                  new Invocation(OWNER, "console", typed.path(), options), new Shown(lines));
          open = lines.interactive() ? CompletableFuture.allOf(open, work) : open;
          if (!lines.interactive()) {
            work.join();
          }
        }
      } else if (!next.isBlank()) {
        lines.show("Commands start with a slash: try /poem moonlight, or /help.\n");
      }
      next = again == null ? lines.read("> ") : again;
    }
    open.join();
  }

  private static boolean isQuit(String line) {
    return line.strip().equals("/quit") || line.strip().equals("/exit");
  }

  /**
   * Asks for what a command needs and was not told.
   *
   * @return null when all is there; otherwise the line that was typed instead of an answer
   */
  private @Nullable String complete(Typed typed, Map<String, String> options) {
    Optional<Description> command = router.description(typed.path());
    if (command.isEmpty() || !command.get().audience().includes(OWNER)) {
      return null;
    }
    for (Option option : command.get().options()) {
      if (option.required() && options.getOrDefault(option.name(), "").isBlank()) {
        Answer answer = ask(option);
        if (answer.text() == null) {
          lines.show("Nothing was done: /%s was not finished.\n".formatted(typed.path()));
          return answer.instead();
        }
        options.put(option.name(), answer.text());
      }
    }
    return null;
  }

  /** An answer, or what came instead: another command, or the empty line that asks for the next. */
  private record Answer(@Nullable String text, String instead) {}

  private Answer ask(Option option) {
    lines.show(
        switch (option.type()) {
          case LONG_TEXT -> option.help() + " End it with a single dot.";
          case FLAG -> option.help() + " (yes or no)";
          default -> option.help();
        });
    return option.type() == Option.Type.LONG_TEXT ? askLines() : askOne(option);
  }

  private Answer askLines() {
    var text = new StringBuilder();
    while (true) {
      String line = lines.read("| ");
      if (line == null || line.startsWith("/")) {
        return new Answer(null, line == null ? "" : line);
      }
      if (line.strip().equals(".")) {
        return text.toString().isBlank() ? new Answer(null, "") : new Answer(text.toString(), "");
      }
      text.append(line).append('\n');
    }
  }

  private Answer askOne(Option option) {
    while (true) {
      String line = lines.read("? ");
      if (line == null || line.startsWith("/")) {
        return new Answer(null, line == null ? "" : line);
      }
      boolean understood =
          option.type() == Option.Type.FLAG ? YesNo.of(line).isPresent() : !line.isBlank();
      if (understood) {
        return new Answer(line, "");
      }
      lines.show(option.type() == Option.Type.FLAG ? "Please answer yes or no." : option.help());
    }
  }
}
