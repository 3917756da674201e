package rhapsode.console;

import rhapsode.chat.Replies;
import rhapsode.chat.Reply;

/**
 * Shows replies on the console. Progress is a line for every tenth of the work: a terminal's
 * earlier lines cannot be edited. Thread-safe.
 */
final class Shown implements Replies {
  private final Lines lines;
  private int tenth = -1;

  Shown(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void say(Reply reply) {
    String footer = reply.footer().isEmpty() ? "" : "\n  -- " + reply.footer();
    lines.show(printable(reply.text() + footer) + "\n");
  }

  @Override
  public void progress(double fraction, String text) {
    int now = (int) (10 * fraction);
    synchronized (this) {
      if (now <= tenth) {
        return;
      }
      tenth = now;
    }
    lines.show(printable(text));
  }

  /** Without characters that would steer the terminal, or turn the line around. */
  static String printable(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == 0x200D
                    || (Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
