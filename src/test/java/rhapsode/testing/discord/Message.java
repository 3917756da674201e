package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it stands now.
 *
 * @param body content, embeds, components, flags, as the bot gave them
 * @param edits how often it was changed since it was first written
 */
public record Message(long id, long channel, JsonNode body, List<Upload> files, int edits) {
  static final int EPHEMERAL = 1 << 6;

  /** What can be read in it: its content, then what is embedded. */
  public String text() {
    var text = new StringBuilder(body.path("content").asText(""));
    for (JsonNode embed : body.path("embeds")) {
      text.append(embed.path("description").asText(""));
      text.append(embed.path("footer").path("text").asText(""));
    }
    return text.toString();
  }

  public boolean ephemeral() {
    return (body.path("flags").asInt() & EPHEMERAL) != 0;
  }

  /** The buttons below it, as {@code label=custom id}. */
  public List<String> buttons() {
    var buttons = new ArrayList<String>();
    for (JsonNode row : body.path("components")) {
      for (JsonNode button : row.path("components")) {
        buttons.add(button.path("label").asText() + "=" + button.path("custom_id").asText());
      }
    }
    return buttons;
  }

  /** This message after the bot changed it. */
  Message edited(JsonNode change, List<Upload> added) {
    ObjectNode now = Json.copy(body);
    for (String field : new String[] {"content", "embeds", "components"}) {
      if (change.has(field)) {
        now.set(field, change.get(field));
      }
    }
    boolean kept = !change.has("attachments");
    var all = new ArrayList<Upload>(kept ? files : List.of());
    all.addAll(added);
    return new Message(id, channel, now, List.copyOf(all), edits + 1);
  }

  /** As the platform shows it to the bot. */
  ObjectNode json(long bot) {
    ObjectNode json = Json.object();
    json.put("id", Json.id(id)).put("channel_id", Json.id(channel)).put("type", 0);
    json.put("content", body.path("content").asText(""));
    json.put("timestamp", "2026-11-24T12:00:00.000000+00:00").putNull("edited_timestamp");
    json.put("tts", false).put("mention_everyone", false).put("pinned", false);
    json.put("flags", body.path("flags").asInt());
    json.putObject("author").put("id", Json.id(bot)).put("username", "rhapsode").put("bot", true);
    json.set("embeds", body.has("embeds") ? body.get("embeds") : Json.array());
    json.set("components", numbered(body.path("components")));
    ArrayNode attachments = json.putArray("attachments");
    for (Upload file : files) {
      attachments.add(attachment(file));
    }
    json.putArray("mentions");
    json.putArray("mention_roles");
    return json;
  }

  private static ObjectNode attachment(Upload file) {
    return Json.object()
        .put("id", Json.id(Snowflakes.next()))
        .put("filename", file.name())
        .put("description", file.description())
        .put("size", file.bytes().length)
        .put("url", "http://127.0.0.1/" + file.name())
        .put("proxy_url", "http://127.0.0.1/" + file.name());
  }

  private static JsonNode numbered(JsonNode components) {
    ArrayNode rows = Json.array();
    int id = 1;
    for (JsonNode row : components) {
      ObjectNode copy = Json.copy(row);
      copy.put("id", id++);
      for (JsonNode child : copy.path("components")) {
        ((ObjectNode) child).put("id", id++);
      }
      rows.add(copy);
    }
    return rows;
  }
}
