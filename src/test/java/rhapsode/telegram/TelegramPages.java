package rhapsode.telegram;

import java.util.List;
import rhapsode.chat.Description;
import rhapsode.chat.Reply;

/** What a reply is on Telegram, for tests in other rooms. */
public final class TelegramPages {
  private final Names names;

  public TelegramPages(List<Description> commands) {
    names = new Names(commands);
  }

  /**
   * Makes the messages of a reply.
   *
   * @throws IllegalArgumentException if Telegram would not take one of them
   */
  public int of(Reply reply) {
    List<Rendered> pieces = Rendered.of(reply, names, Texts.LONGEST_TEXT);
    for (Rendered piece : pieces) {
      if (piece.plain().isBlank() || piece.plain().length() > Texts.LONGEST_TEXT) {
        throw new IllegalArgumentException("a message of " + piece.plain().length());
      }
    }
    Rendered.keyboard(reply.buttons());
    return pieces.size();
  }
}
