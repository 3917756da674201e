package rhapsode.console;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import rhapsode.chat.Description;

/** Lines from a terminal, with a history, completion, and work under way at the foot. */
final class TerminalLines implements Lines {
  private static final String PROMPT = "> ";

  private final Terminal terminal;
  private final Attributes found;
  private final StatusReader reader;
  private final StatusBoard board;
  private final Queue<String> pasted = new ArrayDeque<>(); // Several lines may come at once.

  /**
   * Reads from a terminal.
   *
   * @param history the file in which commands are remembered, those aside that hold a poem
   */
  TerminalLines(Terminal terminal, Path history, List<Description> commands) {
    var parser = new DefaultParser();
    parser.setEscapeChars(new char[0]); // Verse has apostrophes and backslashes of its own.
    parser.setQuoteChars(new char[0]);
    this.terminal = terminal;
    found = terminal.getAttributes();
    terminal.setAttributes(quiet(found));
    reader = new StatusReader(terminal);
    reader.setParser(parser);
    reader.setCompleter(new CommandCompleter(commands));
    reader.setVariable(LineReader.HISTORY_FILE, history);
    reader.setHistory(new CommandHistory(commands));
    reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    board = new StatusBoard(reader::status);
    if (reader.hasStatus()) {
      reader.status("");
    }
  }

  /** What is typed between two prompts must not be echoed where the replies go. */
  private static Attributes quiet(Attributes found) {
    var quiet = new Attributes(found);
    quiet.setLocalFlag(LocalFlag.ECHO, false);
    return quiet;
  }

  @Override
  public Input command() {
    return read(PROMPT);
  }

  @Override
  public Input answer(String prompt) {
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    try {
      return read(prompt);
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
      reader.setVariable(LineReader.DISABLE_COMPLETION, false);
    }
  }

  /** Ctrl-C clears a line; on a blank one it is an {@link Input.Interrupt}. */
  private Input read(String prompt) {
    while (pasted.isEmpty()) {
      try {
        pasted.addAll(List.of(reader.readLine(prompt).split("\n", -1)));
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isBlank()) {
          return new Input.Interrupt();
        }
      } catch (EndOfFileException e) {
        return new Input.End();
      }
    }
    return new Input.Line(pasted.remove());
  }

  @Override
  public void show(String text) {
    reader.printAbove(Printable.of(text) + "\n");
  }

  @Override
  public Activity activity() {
    return reader.hasStatus() ? board.activity() : new Tenths(this::show);
  }

  @Override
  public CompletableFuture<Void> interrupt() {
    var interrupt = new CompletableFuture<Void>();
    terminal.handle(Signal.INT, signal -> interrupt.complete(null));
    return interrupt;
  }

  @Override
  public void close() {
    if (reader.hasStatus()) {
      reader.endStatus();
    }
    terminal.setAttributes(found);
  }

  @Override
  public boolean interactive() {
    return true;
  }
}
