package rhapsode.console;

import java.util.HashMap;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/**
 * A line reader that can keep the last line of the screen up to date while somebody types. It has
 * that line to itself from its first use on: taking it anew would scroll the screen every time.
 */
final class StatusReader extends LineReaderImpl {
  private static final int LONG = 1000; // characters
  private static final long MOMENT = 1; // milliseconds

  StatusReader(Terminal terminal) {
    super(terminal, "rhapsode", new HashMap<>());
    setOpt(Option.DISABLE_UNDO); // It keeps a copy of the line for every key.
  }

  /** Draws a long line only when no more keys are waiting: for each of them, it takes minutes. */
  @Override
  public boolean redisplay() {
    return (buf.length() >= LONG && peekCharacter(MOMENT) >= 0) || super.redisplay();
  }

  /** Whether the terminal can keep a line of the screen apart. */
  boolean hasStatus() {
    return terminal.getStringCapability(Capability.change_scroll_region) != null
        && terminal.getStringCapability(Capability.save_cursor) != null
        && terminal.getStringCapability(Capability.restore_cursor) != null
        && terminal.getStringCapability(Capability.cursor_address) != null;
  }

  /** Shows this on the last line. Any thread. */
  void status(String text) {
    lock.lock(); // The reader's own: it draws the prompt under it.
    try {
      Status status = Status.getStatus(terminal);
      if (status != null) {
        status.update(List.of(new AttributedString(text)));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives the last line back. */
  void endStatus() {
    lock.lock();
    try {
      status(""); // Hiding alone may leave the text behind.
      Status.getExistingStatus(terminal).ifPresent(Status::hide);
    } finally {
      lock.unlock();
    }
  }
}
