package rhapsode.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import rhapsode.chat.Button;
import rhapsode.chat.Reply;

/**
 * A piece of a reply in both ways in which it can be sent.
 *
 * @param html with the footer in italics
 * @param plain the same without, for when Telegram does not like the HTML
 */
record Rendered(String html, String plain) {
  private static final int BUTTONS_IN_A_ROW = 3;

  /** A reply's pieces, none longer than {@code longest} when it is shown. */
  static List<Rendered> of(String text, String footer, int longest) {
    var pieces = new ArrayList<Rendered>();
    List<String> parts = Texts.parts(text, longest);
    for (String part : parts) {
      pieces.add(new Rendered(Texts.escaped(part), part));
    }
    if (footer.isEmpty()) {
      return pieces;
    }
    String small = Texts.beginning(footer, longest);
    Rendered below = new Rendered("<i>" + Texts.escaped(small) + "</i>", small);
    int last = pieces.size() - 1;
    if (last >= 0 && parts.get(last).length() + 2 + small.length() <= longest) {
      Rendered above = pieces.get(last);
      pieces.set(
          last,
          new Rendered(
              above.html() + "\n\n" + below.html(), above.plain() + "\n\n" + below.plain()));
    } else {
      pieces.add(below);
    }
    return pieces;
  }

  /** A reply's pieces, its commands called as on Telegram. */
  static List<Rendered> of(Reply reply, Names names, int longest) {
    return of(names.spoken(reply.text()), names.spoken(reply.footer()), longest);
  }

  /** Buttons in rows; nothing if there are none. */
  static @Nullable InlineKeyboardMarkup keyboard(List<Button> buttons) {
    if (buttons.isEmpty()) {
      return null;
    }
    var rows = new ArrayList<InlineKeyboardRow>();
    for (Button button : buttons) {
      if (rows.isEmpty() || rows.get(rows.size() - 1).size() == BUTTONS_IN_A_ROW) {
        rows.add(new InlineKeyboardRow());
      }
      rows.get(rows.size() - 1).add(key(button.label(), button.id()));
    }
    return new InlineKeyboardMarkup(rows);
  }

  static InlineKeyboardButton key(String label, String data) {
    return InlineKeyboardButton.builder().text(label).callbackData(data).build();
  }
}
