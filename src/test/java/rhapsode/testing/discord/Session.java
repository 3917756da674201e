package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway remembers of one shard: all its events, so that it can replay what was missed.
 */
final class Session {
  final String id = "session-" + Snowflakes.next();
  final int shard;
  private final List<ObjectNode> events = new ArrayList<>();
  private @Nullable Wire wire;
  private boolean dead;

  Session(int shard, Wire wire) {
    this.shard = shard;
    this.wire = wire;
  }

  synchronized void dispatch(String type, JsonNode data) {
    ObjectNode event = Json.object().put("op", 0).put("s", events.size() + 1).put("t", type);
    event.set("d", data);
    events.add(event);
    if (wire != null) {
      wire.send(event);
    }
  }

  /** The same event once more, as a gateway that is not sure does. */
  synchronized void repeatLast() {
    if (wire != null) {
      wire.send(events.get(events.size() - 1));
    }
  }

  /** Goes on after an event; false if the session is gone. */
  synchronized boolean resume(Wire next, int after) {
    if (dead || after > events.size()) {
      return false;
    }
    wire = next;
    for (ObjectNode event : events.subList(after, events.size())) {
      next.send(event);
    }
    dispatch("RESUMED", Json.object());
    return true;
  }

  synchronized void lost(Wire old) {
    if (wire == old) {
      wire = null;
    }
  }

  synchronized void die() {
    dead = true;
  }

  synchronized @Nullable Wire wire() {
    return wire;
  }
}
