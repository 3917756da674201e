package rhapsode.telegram;

import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import rhapsode.chat.Attachment;
import rhapsode.chat.Picture;

/** Messages in a place, in HTML, and once more as plain text if Telegram does not like it. */
record Sender(Line line, Place place) {
  /** A new message. */
  CompletableFuture<Message> send(Rendered text, @Nullable ReplyKeyboard keyboard) {
    return line.outbox()
        .send(
            place.chat(),
            chat -> orPlain(html -> line.api().call(message(chat, text, keyboard, html))));
  }

  private SendMessage message(
      long chat, Rendered text, @Nullable ReplyKeyboard keyboard, boolean html) {
    SendMessage message =
        SendMessage.builder()
            .chatId(chat)
            .text(html ? text.html() : text.plain())
            .disableWebPagePreview(true)
            .build();
    if (html) {
      message.setParseMode(ParseMode.HTML);
    }
    if (keyboard != null) {
      message.setReplyMarkup(keyboard);
    }
    if (place.topic() != null) {
      message.setMessageThreadId(place.topic());
    }
    if (place.answering() != null) {
      message.setReplyParameters(place.answering());
    }
    return message;
  }

  /** A picture. */
  CompletableFuture<Message> send(
      Picture picture, Rendered caption, @Nullable InlineKeyboardMarkup keyboard) {
    return line.outbox()
        .send(
            place.chat(),
            chat ->
                orPlain(html -> line.api().call(photo(chat, picture, caption, keyboard, html))));
  }

  private SendPhoto photo(
      long chat,
      Picture picture,
      Rendered caption,
      @Nullable InlineKeyboardMarkup keyboard,
      boolean html) {
    SendPhoto photo =
        SendPhoto.builder()
            .chatId(chat)
            // A stream of its own for each attempt.
            .photo(new InputFile(picture.png(), "Rhapsode.png"))
            .caption(html ? caption.html() : caption.plain())
            .build();
    if (html) {
      photo.setParseMode(ParseMode.HTML);
    }
    if (keyboard != null) {
      photo.setReplyMarkup(keyboard);
    }
    if (place.topic() != null) {
      photo.setMessageThreadId(place.topic());
    }
    if (place.answering() != null) {
      photo.setReplyParameters(place.answering());
    }
    return photo;
  }

  /** A file. */
  CompletableFuture<Message> send(Attachment file) {
    return line.outbox().send(place.chat(), chat -> line.api().call(document(chat, file)));
  }

  private SendDocument document(long chat, Attachment file) {
    SendDocument document =
        SendDocument.builder()
            .chatId(chat)
            // A stream of its own for each attempt.
            .document(new InputFile(file.content(), file.name()))
            .build();
    if (place.topic() != null) {
      document.setMessageThreadId(place.topic());
    }
    if (place.answering() != null) {
      document.setReplyParameters(place.answering());
    }
    return document;
  }

  /** Another text and keyboard for a message of ours. */
  CompletableFuture<Void> edit(int id, Rendered text, @Nullable InlineKeyboardMarkup keyboard) {
    return changed(
        chat ->
            orPlain(
                html -> {
                  var edit = EditMessageText.builder();
                  edit.chatId(chat).messageId(id).text(html ? text.html() : text.plain());
                  edit.disableWebPagePreview(true);
                  EditMessageText built = edit.build();
                  if (html) {
                    built.setParseMode(ParseMode.HTML);
                  }
                  if (keyboard != null) {
                    built.setReplyMarkup(keyboard);
                  }
                  return line.api().call(built);
                }));
  }

  /** Another caption and keyboard for a picture of ours. */
  CompletableFuture<Void> editCaption(
      int id, Rendered text, @Nullable InlineKeyboardMarkup keyboard) {
    return changed(
        chat ->
            orPlain(
                html -> {
                  EditMessageCaption edit =
                      EditMessageCaption.builder()
                          .chatId(chat)
                          .messageId(id)
                          .caption(html ? text.html() : text.plain())
                          .build();
                  if (html) {
                    edit.setParseMode(ParseMode.HTML);
                  }
                  if (keyboard != null) {
                    edit.setReplyMarkup(keyboard);
                  }
                  return line.api().call(edit);
                }));
  }

  /** Takes the buttons below a message of ours away. */
  CompletableFuture<Void> removeKeyboard(int id) {
    return changed(
        chat ->
            line.api().call(EditMessageReplyMarkup.builder().chatId(chat).messageId(id).build()));
  }

  CompletableFuture<Void> delete(int id) {
    return changed(
        chat -> line.api().call(DeleteMessage.builder().chatId(chat).messageId(id).build()));
  }

  private CompletableFuture<Void> changed(
      LongFunction<CompletableFuture<? extends Serializable>> attempt) {
    return line.outbox()
        .<Boolean>send(
            place.chat(),
            chat ->
                attempt
                    .apply(chat)
                    .<Boolean>thenApply(done -> true)
                    .exceptionallyCompose(
                        thrown ->
                            Failure.of(thrown).kind() == Failure.Kind.UNCHANGED
                                ? CompletableFuture.completedFuture(true)
                                : CompletableFuture.failedFuture(thrown)))
        .thenAccept(done -> {});
  }

  private static <T> CompletableFuture<T> orPlain(Function<Boolean, CompletableFuture<T>> attempt) {
    return attempt
        .apply(true)
        .exceptionallyCompose(
            thrown ->
                Failure.of(thrown).kind() == Failure.Kind.UNPARSABLE
                    ? attempt.apply(false)
                    : CompletableFuture.failedFuture(thrown));
  }
}
