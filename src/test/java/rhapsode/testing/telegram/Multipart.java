package rhapsode.testing.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data}. */
final class Multipart {
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

  private Multipart() {}

  /** Puts fields into {@code parameters} and sizes of files into {@code files}. */
  static void read(
      byte[] body, String boundary, ObjectNode parameters, Map<String, Integer> files) {
    String all = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : all.split(Pattern.quote("--" + boundary))) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
      if (name.find()) {
        String value = part.substring(head + 4, part.length() - 2);
        if (part.substring(0, head).contains("filename=")) {
          files.put(name.group(1), value.length());
        } else {
          put(parameters, name.group(1), utf8(value));
        }
      }
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode parameters, String name, String value) {
    try {
      if (value.startsWith("{") || value.startsWith("[")) {
        parameters.set(name, new ObjectMapper().readTree(value));
        return;
      }
    } catch (JsonProcessingException e) {
      // A text that only looks like JSON.
    }
    parameters.put(name, value);
  }
}
