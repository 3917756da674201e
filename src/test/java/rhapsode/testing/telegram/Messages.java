package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages of the bot, as they stand now. Not thread-safe. */
final class Messages {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<Integer, BotMessage> messages = new LinkedHashMap<>();
  private final Set<Long> started = new HashSet<>();
  private int last = 100;

  /** From now on the bot may write to somebody. */
  void starts(long user) {
    started.add(user);
  }

  int nextNumber() {
    return ++last;
  }

  /** Those in a chat, deleted ones left out. */
  List<BotMessage> in(long chat) {
    return messages.values().stream().filter(m -> m.chat() == chat && !m.deleted()).toList();
  }

  /** How often each text stands in any chat. */
  Map<String, Integer> texts() {
    var texts = new HashMap<String, Integer>();
    messages.values().forEach(message -> texts.merge(message.text(), 1, Integer::sum));
    return texts;
  }

  Fault sent(Call call, String field, boolean photo) {
    JsonNode p = call.parameters();
    if (call.chat() > 0 && !started.contains(call.chat())) {
      return Fault.refused(403, "Forbidden: bot can't initiate conversation with a user");
    }
    var message =
        new BotMessage(
            call.chat(),
            nextNumber(),
            FieldRules.shown(p, field),
            call.text(field),
            p.path("reply_markup"),
            photo,
            p.path("reply_parameters").path("message_id").asInt(),
            0,
            false);
    messages.put(message.id(), message);
    return Fault.ok(json(message).toString());
  }

  BotMessage of(Call call) {
    return messages.get(call.parameters().path("message_id").asInt());
  }

  Fault edited(Call call, String text, String html) {
    BotMessage message = of(call);
    if (message == null || message.deleted() || message.chat() != call.chat()) {
      return Fault.refused(400, "Bad Request: message to edit not found");
    }
    if (call.method().equals("editMessageText") && message.photo()) {
      return Fault.refused(400, "Bad Request: there is no text in the message to edit");
    }
    JsonNode markup = call.parameters().path("reply_markup");
    if (message.text().equals(text) && message.markup().equals(markup)) {
      return Fault.refused(
          400,
          "Bad Request: message is not modified: specified new message content and reply markup are"
              + " exactly the same");
    }
    messages.put(message.id(), message.edited(text, html, markup));
    return Fault.ok(json(messages.get(message.id())).toString());
  }

  Fault deleted(Call call) {
    BotMessage message = of(call);
    if (message == null || message.deleted()) {
      return Fault.refused(400, "Bad Request: message to delete not found");
    }
    messages.put(message.id(), message.gone());
    return Fault.ok("true");
  }

  /** The message as updates carry it. */
  static ObjectNode json(BotMessage message) {
    ObjectNode json = NODES.objectNode();
    json.put("message_id", message.id()).put("date", 1_795_000_000);
    json.set("chat", FakeUser.chat(message.chat()));
    json.putObject("from").put("id", 7000001).put("is_bot", true).put("first_name", "Rhapsode");
    json.put(message.photo() ? "caption" : "text", message.text());
    if (message.photo()) {
      json.putArray("photo")
          .addObject()
          .put("file_id", "f" + message.id())
          .put("file_unique_id", "u" + message.id())
          .put("width", 800)
          .put("height", 600);
    }
    if (message.markup().has("inline_keyboard")) {
      json.set("reply_markup", message.markup());
    }
    return json;
  }
}
