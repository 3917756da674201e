package rhapsode.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;

/** A terminal with a keyboard and a screen, for somebody who is patient but not endlessly so. */
public final class TerminalScreen implements AutoCloseable {
  public static final String CTRL_C = "\u0003";
  public static final String CTRL_D = "\u0004";
  public static final String TAB = "\t";
  public static final String UP = "\u001B[A";

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final ScreenTerminal.VirtualTerminal virtual;

  public TerminalScreen(int columns, int rows) {
    try {
      virtual = ScreenTerminal.withTerminal("screen", "xterm", columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Terminal terminal() {
    return virtual.terminal();
  }

  public void type(String keys) {
    try {
      virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the screen shows, without blanks at line ends and without lines below the last one. */
  public String text() {
    return virtual.screen().toString().replaceAll("(?m) +$", "").stripTrailing();
  }

  /** Waits until the screen shows this. */
  public void shows(String text) {
    until(screen -> screen.contains(text), "no '" + text + "'");
  }

  /** Waits until the screen shows this no more. */
  public void showsNoMore(String text) {
    until(screen -> !screen.contains(text), "still '" + text + "'");
  }

  private void until(Predicate<String> condition, String complaint) {
    long deadline = System.nanoTime() + PATIENCE;
    while (!condition.test(text())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(complaint + " on the screen:\n" + text());
      }
      awaitChange();
    }
  }

  private void awaitChange() {
    try {
      virtual.screen().waitDirty(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      virtual.terminal().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
