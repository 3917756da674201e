package rhapsode.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rhapsode.community.ArchivedPoem;

/**
 * Poems as lines of text: a header and then one JSON object a poem. A file says how many there are,
 * so that one that was cut off is noticed. Pure.
 */
final class PoemLines {
  private static final String FORMAT = "rhapsode-poems";
  private static final int VERSION = 1;

  /** Faults that are told; more would only be the same. */
  static final int MOST_FAULTS = 5;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PoemLines() {}

  /** A file that is not taken; the message names its first faults, a line each. */
  static final class Faulty extends RuntimeException {
    Faulty(List<String> faults, int all) {
      super(
          "Nothing was imported:\n  "
              + String.join("\n  ", faults)
              + (all > faults.size() ? "\n  and %,d more".formatted(all - faults.size()) : ""));
    }
  }

  static List<String> written(List<ArchivedPoem> poems, Instant now) {
    ObjectNode header = JSON.createObjectNode();
    header.put("format", FORMAT).put("version", VERSION);
    header.put("exported_at", now.toString()).put("poems", poems.size());
    return Stream.concat(Stream.of(header), poems.stream().map(PoemJson::of))
        .map(JsonNode::toString)
        .toList();
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws Faulty if there is anything else in it
   */
  static List<ArchivedPoem> read(List<String> lines) {
    var faults = new ArrayList<String>();
    var poems = new ArrayList<ArchivedPoem>();
    int announced = lines.isEmpty() ? 0 : announced(lines.get(0));
    if (announced < 0 || lines.isEmpty()) {
      throw faulty("line 1: an export begins with its format, rhapsode-poems version 1");
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        poems.add(PoemJson.read(JSON.readTree(lines.get(i))));
      } catch (JsonProcessingException e) {
        faults.add("line %,d: no JSON object".formatted(i + 1));
      } catch (IllegalArgumentException e) {
        faults.add("line %,d: %s".formatted(i + 1, e.getMessage()));
      }
    }
    if (faults.isEmpty() && poems.size() != announced) {
      throw faulty(
          "line 1: the file should have %,d poems, but has %,d".formatted(announced, poems.size()));
    }
    if (!faults.isEmpty()) {
      throw new Faulty(faults.subList(0, Math.min(MOST_FAULTS, faults.size())), faults.size());
    }
    return poems;
  }

  private static Faulty faulty(String fault) {
    return new Faulty(List.of(fault), 1);
  }

  /** How many poems a header says will follow; below 0 if it is none. */
  private static int announced(String header) {
    try {
      JsonNode json = JSON.readTree(header);
      boolean ours =
          json.path("format").asText().equals(FORMAT) && json.path("version").asInt() == VERSION;
      return ours ? json.path("poems").asInt(-1) : -1;
    } catch (JsonProcessingException e) {
      return -1;
    }
  }
}
