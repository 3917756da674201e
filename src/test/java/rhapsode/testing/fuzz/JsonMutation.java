package rhapsode.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** JSON objects with something wrong that is still JSON. Pure but for the randomness. */
public final class JsonMutation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Where something stands. */
  private record Place(ObjectNode object, String field) {}

  private JsonMutation() {}

  /**
   * A copy with one to three fields left out, of another kind, nested, or taken from elsewhere.
   *
   * @param kept fields of the object itself that stay as they are
   */
  public static ObjectNode of(ObjectNode example, Set<String> kept, Random random) {
    ObjectNode json = example.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Place> places = places(json, kept);
      if (!places.isEmpty()) {
        change(Nasty.one(places, random), Nasty.one(places, random), random);
      }
    }
    return json;
  }

  private static List<Place> places(ObjectNode json, Set<String> kept) {
    var places = new ArrayList<Place>();
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!kept.contains(field)) {
                places.add(new Place(json, field));
                within(json.get(field), places);
              }
            });
    return places;
  }

  private static void within(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      places.addAll(places(object, Set.of()));
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> within(element, places));
    }
  }

  private static void change(Place place, Place other, Random random) {
    JsonNode value = place.object().get(place.field());
    switch (random.nextInt(6)) {
      case 0 -> place.object().remove(place.field());
      case 1 -> place.object().set(place.field(), copy(other.object().get(other.field())));
      case 2 -> place.object().set(place.field(), nested(value, random));
      case 3 -> place.object().set(Nasty.word(random), copy(value));
      case 4 ->
          place
              .object()
              .put(
                  place.field(),
                  value != null && value.isTextual()
                      ? Mutation.of(value.asText(), List.of(value.asText()), random)
                      : Nasty.text(random));
      default -> place.object().set(place.field(), value(random));
    }
  }

  private static JsonNode copy(JsonNode node) {
    return node == null ? NODES.nullNode() : node.deepCopy();
  }

  private static JsonNode nested(JsonNode value, Random random) {
    JsonNode nested = copy(value);
    int depth = random.nextInt(20) == 0 ? 400 : random.nextInt(4);
    for (int i = 0; i < depth; i++) {
      nested =
          random.nextBoolean()
              ? NODES.arrayNode().add(nested)
              : NODES.objectNode().set("message", nested);
    }
    return nested;
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextLong());
      case 3 -> NODES.numberNode(random.nextInt());
      case 4 -> NODES.numberNode(random.nextDouble() * 1e300);
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.objectNode();
      case 7 -> NODES.numberNode(-random.nextInt(10));
      default -> NODES.textNode(Nasty.word(random));
    };
  }
}
