package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Interactions as the platform sends them, made as its client makes them. */
final class Interactions {
  private static final int SUBCOMMAND = 1;
  private static final int STRING = 3;
  private static final int INTEGER = 4;
  private static final int BOOLEAN = 5;
  private static final int NUMBER = 10;

  private Interactions() {}

  /** What all interactions have. */
  static ObjectNode of(Exchange exchange, int type, long application) {
    Place place = exchange.place();
    User user = exchange.user();
    ObjectNode json =
        Json.object()
            .put("id", Json.id(exchange.id()))
            .put("application_id", Json.id(application))
            .put("type", type)
            .put("token", exchange.token())
            .put("version", 1)
            .put("locale", user.locale())
            .put("context", place.guild() == null ? 1 : 0)
            .put("app_permissions", "2147483647")
            .put("channel_id", Json.id(place.channel()));
    ObjectNode owners = json.putObject("authorizing_integration_owners");
    owners.put(place.installed() ? "0" : "1", Json.id(user.id()));
    ObjectNode channel = place.channelJson();
    json.set("channel", channel);
    json.putArray("entitlements");
    if (place.guild() == null) {
      channel.putArray("recipients").add(user.json());
      json.set("user", user.json());
      return json;
    }
    channel.put("name", "poems").put("position", 0).put("permissions", "2147483647");
    json.put("guild_id", Json.id(place.guild())).put("guild_locale", place.locale());
    ObjectNode guild = json.putObject("guild");
    guild.put("id", Json.id(place.guild())).put("locale", place.locale()).putArray("features");
    ObjectNode member = json.putObject("member");
    member.set("user", user.json());
    ArrayNode roles = member.putArray("roles");
    user.roles().forEach(role -> roles.add(Json.id(role)));
    member.put("permissions", "2147483647").put("joined_at", "2020-01-01T00:00:00+00:00");
    member.put("flags", 0).put("deaf", false).put("mute", false).put("pending", false);
    return json;
  }

  /**
   * The data of a command, as the client lets it be given.
   *
   * @param focused the option that is being typed, or an empty string
   * @throws IllegalArgumentException if the client would not send it
   */
  static ObjectNode command(
      JsonNode registered, String path, Map<String, ?> options, String focused) {
    String[] words = path.split(" ");
    JsonNode base = named(registered, words[0]);
    JsonNode described = words.length == 1 ? base : named(base.path("options"), words[1]);
    ObjectNode data =
        Json.object().put("id", base.path("id").asText()).put("name", words[0]).put("type", 1);
    ArrayNode given = data.putArray("options");
    if (words.length > 1) {
      ObjectNode sub = given.addObject().put("name", words[1]).put("type", SUBCOMMAND);
      given = sub.putArray("options");
    }
    for (Map.Entry<String, ?> option : options.entrySet()) {
      JsonNode definition = named(described.path("options"), option.getKey());
      given.add(option(definition, option.getValue(), option.getKey().equals(focused)));
    }
    for (JsonNode option : described.path("options")) {
      String name = option.path("name").asText();
      boolean missing = option.path("required").asBoolean() && !options.containsKey(name);
      if (missing && focused.isEmpty()) {
        throw new IllegalArgumentException("/" + path + " is not sent without " + name);
      }
    }
    return data;
  }

  private static JsonNode named(JsonNode definitions, String name) {
    for (JsonNode definition : definitions) {
      if (definition.path("name").asText().equals(name)) {
        return definition;
      }
    }
    throw new IllegalArgumentException("nothing named " + name + " is registered");
  }

  private static ObjectNode option(JsonNode definition, Object value, boolean focused) {
    int type = definition.path("type").asInt();
    ObjectNode json = Json.object().put("name", definition.path("name").asText()).put("type", type);
    if (focused) {
      return json.put("value", value.toString()).put("focused", true);
    }
    switch (type) {
      case STRING -> json.put("value", text(definition, (String) value));
      case INTEGER -> json.put("value", (long) number(definition, (Number) value));
      case BOOLEAN -> json.put("value", (Boolean) value);
      case NUMBER -> json.put("value", number(definition, (Number) value));
      default -> throw new IllegalArgumentException("an option of type " + type);
    }
    return json;
  }

  private static String text(JsonNode definition, String value) {
    int length = value.length();
    boolean listed = definition.path("choices").isEmpty();
    for (JsonNode choice : definition.path("choices")) {
      listed |= choice.path("value").asText().equals(value);
    }
    if (!listed
        || length > definition.path("max_length").asInt(6000)
        || length < definition.path("min_length").asInt(0)) {
      throw new IllegalArgumentException("the client does not send '" + value + "'");
    }
    return value;
  }

  private static double number(JsonNode definition, Number value) {
    double number = value.doubleValue();
    if (number < definition.path("min_value").asDouble(-Double.MAX_VALUE)
        || number > definition.path("max_value").asDouble(Double.MAX_VALUE)) {
      throw new IllegalArgumentException("the client does not send " + value);
    }
    return number;
  }

  /** The data of a button. */
  static ObjectNode press(String customId) {
    return Json.object().put("component_type", 2).put("custom_id", customId).put("id", 2);
  }

  /**
   * The data of a modal that was filled in.
   *
   * @param values by custom id: a text, a Boolean, or the list of ticked values
   */
  static ObjectNode filled(JsonNode modal, Map<String, ?> values) {
    ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asText());
    ArrayNode components = data.putArray("components");
    int id = 1;
    for (JsonNode component : modal.path("components")) {
      int type = component.path("type").asInt();
      ObjectNode json = components.addObject().put("type", type).put("id", id++);
      if (type == 18) {
        json.set("component", filledIn(component.path("component"), values, id++));
      }
    }
    return data;
  }

  private static ObjectNode filledIn(JsonNode input, Map<String, ?> values, int id) {
    String customId = input.path("custom_id").asText();
    ObjectNode json = Json.object().put("type", input.path("type").asInt()).put("id", id);
    json.put("custom_id", customId);
    Object value = values.get(customId);
    switch (input.path("type").asInt()) {
      case 4 -> json.put("value", written(input, value == null ? "" : (String) value));
      case 22 -> {
        ArrayNode ticked = json.putArray("values");
        if (value instanceof Iterable<?> all) {
          all.forEach(one -> ticked.add((String) one));
        }
      }
      default -> json.put("value", Boolean.TRUE.equals(value));
    }
    return json;
  }

  private static String written(JsonNode input, String value) {
    boolean required = input.path("required").asBoolean(true);
    if ((required && value.isEmpty()) || value.length() > input.path("max_length").asInt(4000)) {
      throw new IllegalArgumentException(
          "the client does not send " + input.path("custom_id") + " '" + value + "'");
    }
    return value;
  }
}
