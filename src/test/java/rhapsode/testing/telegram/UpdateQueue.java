package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be fetched. An update is gone once a higher offset was asked for, and is given
 * again until then. All under the lock of its owner.
 */
final class UpdateQueue {
  private final Object lock;
  private final List<ObjectNode> waiting = new ArrayList<>();
  private final List<ObjectNode> again = new ArrayList<>();
  private int next = 1_000;
  private int polls;

  UpdateQueue(Object lock) {
    this.lock = lock;
  }

  /** Gives the update the next number. */
  ObjectNode add(ObjectNode update) {
    update.put("update_id", next++);
    waiting.add(update);
    lock.notifyAll();
    return update;
  }

  /** An update as it stands, whatever its number. */
  void addRaw(ObjectNode update) {
    waiting.add(update);
    lock.notifyAll();
  }

  /** Updates that the next answer gives in this order, once, whatever was confirmed. */
  void addAgain(List<ObjectNode> updates) {
    again.addAll(updates);
    lock.notifyAll();
  }

  /** The next number is another one, as after a week without updates. */
  void jump(int number) {
    next = number;
  }

  int unconfirmed() {
    return waiting.size();
  }

  /** How many asked until now. */
  int polls() {
    return polls;
  }

  /** Waits for updates as long as the call says. */
  Fault poll(Call call) throws InterruptedException {
    int mine = ++polls;
    lock.notifyAll();
    int offset = call.parameters().path("offset").asInt();
    int limit = call.parameters().path("limit").asInt(100);
    waiting.removeIf(update -> number(update) < offset && number(update) > offset - 100_000);
    long end =
        System.nanoTime() + TimeUnit.SECONDS.toNanos(call.parameters().path("timeout").asInt());
    while (again.isEmpty()
        && from(offset, limit).isEmpty()
        && System.nanoTime() < end
        && mine == polls) {
      lock.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }
    if (mine != polls) {
      return Fault.conflict();
    }
    ArrayNode updates = JsonNodeFactory.instance.arrayNode().addAll(again);
    again.clear();
    updates.addAll(from(offset, limit));
    return new Fault(200, "{\"ok\":true,\"result\":" + updates + "}", true);
  }

  private ArrayNode from(int offset, int limit) {
    ArrayNode updates = JsonNodeFactory.instance.arrayNode();
    waiting.stream().filter(u -> number(u) >= offset).limit(limit).forEach(updates::add);
    return updates;
  }

  private static int number(ObjectNode update) {
    return update.path("update_id").asInt();
  }
}
