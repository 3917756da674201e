package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody who uses Telegram. Immutable. */
public final class FakeUser {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FakeTelegram telegram;
  private final long id;
  private final String name;
  private final String language;

  FakeUser(FakeTelegram telegram, long id, String name, String language) {
    this.telegram = telegram;
    this.id = id;
    this.name = name;
    this.language = language;
  }

  /** The same person with another language. */
  public FakeUser speaking(String code) {
    return new FakeUser(telegram, id, name, code);
  }

  /** The same person under another name, which they choose as they like. */
  public FakeUser called(String other) {
    return new FakeUser(telegram, id, other, language);
  }

  /** Writes to the bot in private. */
  public ObjectNode says(String text) {
    telegram.starts(id);
    return says(text, id);
  }

  /** Writes in a chat. */
  public ObjectNode says(String text, long chat) {
    ObjectNode update = NODES.objectNode();
    update.set("message", message(text, chat));
    return telegram.send(update);
  }

  /** Writes in a topic of a forum. */
  public ObjectNode saysInTopic(String text, long chat, int topic) {
    ObjectNode update = NODES.objectNode();
    ObjectNode message = message(text, chat);
    message.put("message_thread_id", topic).put("is_topic_message", true);
    update.set("message", message);
    return telegram.send(update);
  }

  /** Answers a message of the bot. */
  public ObjectNode replies(BotMessage to, String text) {
    ObjectNode update = NODES.objectNode();
    ObjectNode message = message(text, to.chat());
    message.set("reply_to_message", Messages.json(to));
    update.set("message", message);
    return telegram.send(update);
  }

  /** Presses a button of the bot's. */
  public ObjectNode presses(BotMessage message, String label) {
    return pressesData(message, message.data(label));
  }

  /** Presses a button with this data, which need not exist. */
  public ObjectNode pressesData(BotMessage message, String data) {
    ObjectNode update = NODES.objectNode();
    ObjectNode query = update.putObject("callback_query");
    query.put("id", telegram.nextQuery()).put("chat_instance", "1").put("data", data);
    query.set("from", from());
    query.set("message", Messages.json(message));
    return telegram.send(update);
  }

  /** Types {@code @bot query} somewhere. */
  public ObjectNode asksInline(String query) {
    ObjectNode update = NODES.objectNode();
    ObjectNode inline = update.putObject("inline_query");
    inline.put("id", telegram.nextQuery()).put("query", query).put("offset", "");
    inline.set("from", from());
    return telegram.send(update);
  }

  /** The same group, under its new id. */
  public ObjectNode seesMigration(long group, long supergroup) {
    ObjectNode update = NODES.objectNode();
    ObjectNode message = message("", group);
    message.remove("text");
    message.put("migrate_to_chat_id", supergroup);
    update.set("message", message);
    return telegram.send(update);
  }

  private ObjectNode message(String text, long chat) {
    ObjectNode message = NODES.objectNode();
    message.put("message_id", telegram.nextMessage()).put("date", 1_795_000_000).put("text", text);
    message.set("chat", chat(chat));
    message.set("from", from());
    if (text.startsWith("/")) {
      message
          .putArray("entities")
          .addObject()
          .put("type", "bot_command")
          .put("offset", 0)
          .put("length", text.split("\\s")[0].length());
    }
    return message;
  }

  private ObjectNode from() {
    ObjectNode from = NODES.objectNode();
    from.put("id", id).put("is_bot", false).put("first_name", name);
    from.put("language_code", language);
    return from;
  }

  static ObjectNode chat(long id) {
    ObjectNode chat = NODES.objectNode();
    chat.put("id", id)
        .put("type", id > 0 ? "private" : id < -1_000_000_000_000L ? "supergroup" : "group");
    return id > 0 ? chat.put("first_name", "Person " + id) : chat.put("title", "Group " + id);
  }
}
