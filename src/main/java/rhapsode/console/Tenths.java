package rhapsode.console;

import java.util.function.Consumer;

/**
 * Shows a line for every tenth of the work, for where earlier lines cannot be edited. Thread-safe.
 */
final class Tenths implements Activity {
  private final Consumer<String> out;
  private int tenth = -1;

  Tenths(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public synchronized void update(double fraction, String text) {
    int now = (int) (10 * fraction);
    if (now > tenth) {
      tenth = now;
      out.accept(text);
    }
  }

  @Override
  public void end() {}
}
