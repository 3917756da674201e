package rhapsode.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import rhapsode.chat.Reply;

/**
 * A whole reply: its picture, its text in as many messages as it takes, its buttons below the last
 * one, its file.
 */
record Whole(Reply reply, Names names) {
  static Whole of(Reply reply, Names names) {
    return new Whole(reply, names);
  }

  /** Sends all of it. */
  CompletableFuture<Boolean> to(Sender place) {
    InlineKeyboardMarkup keyboard = Rendered.keyboard(reply.buttons());
    var all = new ArrayList<CompletableFuture<Message>>();
    List<Rendered> pieces = Rendered.of(reply, names, Texts.LONGEST_TEXT);
    if (reply.picture().isPresent()) {
      List<Rendered> caption = Rendered.of(reply, names, Texts.LONGEST_CAPTION);
      boolean fits = caption.size() == 1;
      String alternative = reply.picture().get().alternative();
      Rendered below =
          fits
              ? caption.get(0)
              : Rendered.of(alternative, "", Texts.LONGEST_CAPTION).stream()
                  .findFirst()
                  .orElse(new Rendered("", ""));
      all.add(place.send(reply.picture().get(), below, fits || pieces.isEmpty() ? keyboard : null));
      pieces = fits ? List.of() : pieces;
    }
    for (int i = 0; i < pieces.size(); i++) {
      all.add(place.send(pieces.get(i), i == pieces.size() - 1 ? keyboard : null));
    }
    reply.attachment().map(place::send).ifPresent(all::add);
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(sent -> true);
  }
}
