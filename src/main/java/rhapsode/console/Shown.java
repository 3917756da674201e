package rhapsode.console;

import java.util.stream.Collectors;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;

/** Shows the replies to one invocation on the console. Thread-safe. */
final class Shown implements Replies {
  private final Lines lines;
  private final Exports exports;
  private final Activity activity;
  private boolean reported;
  private boolean ended;

  Shown(Lines lines, Exports exports) {
    this.lines = lines;
    this.exports = exports;
    this.activity = lines.activity();
  }

  @Override
  public void say(Reply reply) {
    String footer = reply.footer().isEmpty() ? "" : "\n  -- " + reply.footer();
    lines.show(reply.text() + footer + typed(reply) + "\n");
    reply.attachment().map(exports::save).ifPresent(lines::show);
  }

  /**
   * There is nothing to press in a terminal: what a button does is typed. Below poems, which others
   * may read in a file, it is not said.
   */
  private static String typed(Reply reply) {
    return reply.buttons().isEmpty() || !reply.discreet()
        ? ""
        : reply.buttons().stream()
            .map(button -> "/" + button.command() + " " + button.argument())
            .collect(Collectors.joining(", ", "\n  ", ""));
  }

  @Override
  public synchronized void progress(double fraction, String text) {
    reported = true;
    if (!ended) {
      activity.update(fraction, text);
    }
  }

  /** Shows that work is under way, unless it reports itself or is over. */
  synchronized void working(String text) {
    if (!reported && !ended) {
      activity.update(0, text);
    }
  }

  /** The last word is said. */
  synchronized void end() {
    ended = true;
    activity.end();
  }
}
