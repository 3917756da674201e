package rhapsode.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import rhapsode.chat.Person;

/**
 * Reads updates. What somebody is by their id is decided here, for each one anew.
 *
 * @param staff whom the bot obeys
 */
record Events(Staff staff) {
  /** The kinds of updates that are asked for. */
  static final List<String> KINDS = List.of("message", "callback_query", "inline_query");

  /** What it is, if it concerns the bot. */
  Optional<Event> of(Update update) {
    if (update.getMessage() != null) {
      return said(update.getMessage());
    }
    if (update.getCallbackQuery() != null) {
      return pressed(update.getCallbackQuery());
    }
    return Optional.ofNullable(update.getInlineQuery()).map(this::typing);
  }

  private Optional<Event> said(Message message) {
    if (message.getMigrateToChatId() != null) {
      return Optional.of(new Event.Moved(message.getChatId(), message.getMigrateToChatId()));
    }
    User from = message.getFrom();
    if (from == null || message.getText() == null || Boolean.TRUE.equals(from.getIsBot())) {
      return Optional.empty();
    }
    Message answered = message.getReplyToMessage();
    boolean answer =
        answered != null
            && answered.getFrom() != null
            && Boolean.TRUE.equals(answered.getFrom().getIsBot());
    var place = new Place(message.getChatId(), topic(message), message.getMessageId());
    return Optional.of(new Event.Said(scene(place, from), message.getText(), answer));
  }

  private static @Nullable Integer topic(Message message) {
    return Boolean.TRUE.equals(message.getIsTopicMessage()) ? message.getMessageThreadId() : null;
  }

  private Optional<Event> pressed(CallbackQuery query) {
    MaybeInaccessibleMessage below = query.getMessage();
    if (below == null || query.getData() == null) {
      return Optional.empty();
    }
    Message message = below instanceof Message seen ? seen : null;
    var place =
        new Place(
            below.getChat().getId(), message == null ? null : topic(message), below.getMessageId());
    return Optional.of(
        new Event.Pressed(
            scene(place, query.getFrom()),
            message != null && message.hasPhoto(),
            query.getId(),
            message != null && hasButton(message, query.getData()) ? query.getData() : ""));
  }

  /**
   * A client may send whatever it likes for a button's data (Bot API, CallbackQuery), the number of
   * somebody else's poem say; the keyboard that comes with it is Telegram's own account.
   */
  private static boolean hasButton(Message message, String data) {
    InlineKeyboardMarkup keyboard = message.getReplyMarkup();
    return keyboard != null
        && keyboard.getKeyboard().stream()
            .flatMap(List::stream)
            .anyMatch(button -> data.equals(button.getCallbackData()));
  }

  private Event typing(InlineQuery query) {
    User from = query.getFrom();
    return new Event.Typing(
        scene(new Place(from.getId(), null, 0), from), query.getId(), query.getQuery().strip());
  }

  private Scene scene(Place place, User user) {
    return new Scene(place, user.getId(), person(user), locale(user));
  }

  private Person person(User user) {
    String last = user.getLastName() == null ? "" : " " + user.getLastName();
    return new Person(
        "telegram",
        String.valueOf(user.getId()),
        user.getFirstName() + last,
        staff.rank(user.getId()));
  }

  private static Locale locale(User user) {
    return user.getLanguageCode() == null
        ? Locale.ENGLISH
        : Locale.forLanguageTag(user.getLanguageCode());
  }
}
