package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One call of the bot.
 *
 * @param method of the Bot API
 * @param parameters as they were sent, those of a form as texts or JSON
 * @param files sizes of uploaded files in bytes, by field
 * @param nanos when it came
 */
public record Call(String method, ObjectNode parameters, Map<String, Integer> files, long nanos) {
  /** A parameter as a text, empty if it was not given. */
  public String text(String name) {
    return parameters.path(name).asText();
  }

  /** The chat that it is about, 0 if there is none. */
  public long chat() {
    return parameters.path("chat_id").asLong();
  }
}
