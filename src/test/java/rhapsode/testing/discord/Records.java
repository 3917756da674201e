package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the platform keeps. Guarded by the ledger. */
final class Records {
  private final Map<String, Exchange> exchanges = new HashMap<>();
  private final Map<String, ArrayNode> commands = new HashMap<>();
  private final Map<Long, Message> posted = new LinkedHashMap<>();
  private final Map<Long, Message> shown = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private int shards = 1;

  void begun(Exchange exchange) {
    exchanges.put(exchange.token(), exchange);
  }

  @Nullable Exchange exchange(String token) {
    return exchanges.get(token);
  }

  ArrayNode commands(String scope) {
    return commands.getOrDefault(scope, Json.array());
  }

  /** Takes commands over, with the fields that the platform adds and the ones it leaves out. */
  ArrayNode overwrite(String scope, JsonNode given, long application) {
    ArrayNode stored = Json.array();
    for (JsonNode command : given) {
      ObjectNode kept = Json.copy(command);
      kept.put("id", Json.id(Snowflakes.next())).put("application_id", Json.id(application));
      kept.put("version", Json.id(Snowflakes.next()));
      trim(kept);
      stored.add(kept);
    }
    commands.put(scope, stored);
    return stored;
  }

  private static void trim(ObjectNode kept) {
    if (!kept.path("required").asBoolean(true)) {
      kept.remove("required");
    }
    for (String list : List.of("options", "choices")) {
      if (kept.path(list).isEmpty()) {
        kept.remove(list);
      }
    }
    for (String names : List.of("name_localizations", "description_localizations")) {
      if (kept.path(names).isEmpty()) {
        kept.putNull(names);
      }
    }
    kept.path("options").forEach(option -> trim((ObjectNode) option));
  }

  void posted(Message message) {
    posted.put(message.id(), message);
    shown.put(message.id(), message);
  }

  List<Message> posted() {
    return List.copyOf(posted.values());
  }

  /** A message that can be seen in a channel, as it is now. */
  void shown(Message message) {
    shown.put(message.id(), message);
  }

  @Nullable Message shown(long id) {
    return shown.get(id);
  }

  void gone(long id) {
    posted.remove(id);
    shown.remove(id);
  }

  void request(String request) {
    requests.add(request);
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  int shards() {
    return shards;
  }

  void shards(int number) {
    shards = number;
  }
}
