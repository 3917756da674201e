package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request brought.
 *
 * @param payload its JSON
 * @param files what came with it, with the descriptions that the payload gives them
 */
record Multipart(JsonNode payload, List<Upload> files) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME =
      Pattern.compile("name=\"([^\"]+)\"(?:; filename=\"([^\"]+)\")?");

  private record Part(String filename, String body) {}

  static Multipart read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.startsWith("multipart/") || !boundary.find()) {
      return new Multipart(Json.read(new String(body, StandardCharsets.UTF_8)), List.of());
    }
    Map<String, Part> parts = parts(body, boundary.group(1));
    JsonNode payload =
        Json.read(
            new String(
                parts.get("payload_json").body().getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8));
    var files = new ArrayList<Upload>();
    parts.forEach(
        (name, part) -> {
          if (name.startsWith("files[")) {
            files.add(upload(payload, name.replaceAll("\\D", ""), part));
          }
        });
    return new Multipart(payload, files);
  }

  private static Upload upload(JsonNode payload, String number, Part part) {
    String description = "";
    for (JsonNode attachment : payload.path("attachments")) {
      if (attachment.path("id").asText().equals(number)) {
        description = attachment.path("description").asText("");
      }
    }
    byte[] bytes = part.body().getBytes(StandardCharsets.ISO_8859_1);
    return new Upload(part.filename(), description, Base64.getEncoder().encodeToString(bytes));
  }

  private static Map<String, Part> parts(byte[] body, String boundary) {
    var parts = new LinkedHashMap<String, Part>();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : text.split(Pattern.quote("--" + boundary))) {
      int end = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
      if (name.find()) {
        String filename = name.group(2) == null ? "" : name.group(2);
        parts.put(name.group(1), new Part(filename, part.substring(end + 4, part.length() - 2)));
      }
    }
    return parts;
  }
}
