package rhapsode.testing.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Stream;

/** Short ways to write and read what goes over the wire. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static <T> ArrayNode array(Stream<T> items, Function<T, JsonNode> as) {
    ArrayNode array = array();
    items.map(as).forEach(array::add);
    return array;
  }

  static JsonNode read(String text) {
    try {
      return text.isBlank() ? object() : MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  static ObjectNode copy(JsonNode object) {
    return object.deepCopy();
  }

  /** An id, as the platform writes it. */
  static String id(long snowflake) {
    return Long.toUnsignedString(snowflake);
  }
}
