package rhapsode.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Reads updates so that one the library does not understand, such as of a kind that Telegram has
 * invented since, costs nothing but itself: the library would refuse all that were fetched with it,
 * and be given the same again for ever. Of such a one the number stays. Thread-safe.
 */
final class Legible implements Interceptor {
  private static final String NUMBER = "update_id";
  private static final String UPDATES = "result";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = LoggerFactory.getLogger(Legible.class);

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != 200) {
      return response;
    }
    ResponseBody body = response.body();
    byte[] legible = legible(body.bytes());
    return response.newBuilder().body(ResponseBody.create(legible, body.contentType())).build();
  }

  /** An answer with all its updates made legible; what is none stays as it is. */
  private static byte[] legible(byte[] answer) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(answer);
    } catch (IOException e) {
      return answer;
    }
    if (!(json instanceof ObjectNode object) || !(json.get(UPDATES) instanceof ArrayNode updates)) {
      return answer;
    }
    ArrayNode legible = JSON.createArrayNode();
    for (JsonNode update : updates) {
      if (isNumbered(update)) {
        legible.add(isLegible(update) ? update : numberOf(update));
      }
    }
    return JSON.writeValueAsBytes(object.set(UPDATES, legible));
  }

  /**
   * The update that a text is.
   *
   * @return one with nothing but its number if more cannot be read; empty if it is no update
   */
  static Optional<Update> update(byte[] text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (!isNumbered(json)) {
        return Optional.empty();
      }
      JsonNode update = isLegible(json) ? json : numberOf(json);
      return Optional.of(JSON.treeToValue(update, Update.class));
    } catch (IOException e) {
      // Not only JSON of no kind: bytes that are taken for UTF-32 and are none fail otherwise.
      return Optional.empty();
    }
  }

  private static boolean isNumbered(JsonNode update) {
    return update.path(NUMBER).isIntegralNumber() && update.path(NUMBER).canConvertToInt();
  }

  private static JsonNode numberOf(JsonNode update) {
    return JSON.createObjectNode().set(NUMBER, update.get(NUMBER));
  }

  private static boolean isLegible(JsonNode update) {
    try {
      JSON.treeToValue(update, Update.class);
      return true;
    } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
      LOG.warn("Telegram update {} cannot be read and is left out", update.get(NUMBER), e);
      return false;
    }
  }
}
