package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A message of the bot as it stands now.
 *
 * @param text without HTML; the caption of a photo
 * @param html as it was sent
 * @param markup its keyboard, or the request to reply
 * @param photo whether it is a picture
 * @param replyTo the message that it answers, 0 for none
 * @param edits how often it was changed
 */
public record BotMessage(
    long chat,
    int id,
    String text,
    String html,
    JsonNode markup,
    boolean photo,
    int replyTo,
    int edits,
    boolean deleted) {
  /** The buttons below it. */
  public List<JsonNode> buttons() {
    var buttons = new ArrayList<JsonNode>();
    markup.path("inline_keyboard").forEach(row -> row.forEach(buttons::add));
    return buttons;
  }

  public List<String> labels() {
    return buttons().stream().map(button -> button.path("text").asText()).toList();
  }

  /** What a button gives back when it is pressed. */
  public String data(String label) {
    return buttons().stream()
        .filter(button -> button.path("text").asText().equals(label))
        .map(button -> button.path("callback_data").asText())
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(label + " is none of " + labels()));
  }

  public boolean asksForReply() {
    return markup.path("force_reply").asBoolean();
  }

  BotMessage edited(String newText, String newHtml, JsonNode newMarkup) {
    return new BotMessage(
        chat, id, newText, newHtml, newMarkup, photo, replyTo, edits + 1, deleted);
  }

  BotMessage gone() {
    return new BotMessage(chat, id, text, html, markup, photo, replyTo, edits, true);
  }
}
