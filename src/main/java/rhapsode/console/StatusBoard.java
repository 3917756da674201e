package rhapsode.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps one line that tells of all the work under way, the oldest first. Thread-safe. */
final class StatusBoard {
  private final Map<Activity, String> texts = new LinkedHashMap<>();
  private final Consumer<String> screen;

  /**
   * Shows its line on a screen.
   *
   * @param screen takes the line each time that it changes, from any thread; empty for no work
   */
  StatusBoard(Consumer<String> screen) {
    this.screen = screen;
  }

  Activity activity() {
    return new Activity() {
      @Override
      public void update(double fraction, String text) {
        put(this, Printable.of(text).replace('\n', ' '));
      }

      @Override
      public void end() {
        remove(this);
      }
    };
  }

  private synchronized void put(Activity activity, String text) {
    texts.put(activity, text);
    show();
  }

  private synchronized void remove(Activity activity) {
    if (texts.remove(activity) != null) {
      show();
    }
  }

  private void show() {
    screen.accept(String.join(" | ", texts.values()));
  }
}
