package rhapsode.testing.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** What the platform does wrong, and how often. Thread-safe. */
public final class Faults {
  /** Instead of a status: the connection is closed. */
  static final int DROPPED = -1;

  /**
   * One kind of trouble.
   *
   * @param status of the answer; 0 to answer as usual, only later
   * @param delayMillis before the answer
   */
  record Fault(int status, long delayMillis) {}

  private record Planned(Pattern request, Fault fault, AtomicInteger left) {}

  private final List<Planned> planned = new ArrayList<>();

  /**
   * Answers the next requests of a kind with a status.
   *
   * @param request a pattern of method and path, e.g. {@code POST /interactions/.*}
   */
  public synchronized void answer(String request, int status, int times) {
    planned.add(
        new Planned(Pattern.compile(request), new Fault(status, 0), new AtomicInteger(times)));
  }

  /** Breaks the connections by which the next requests of a kind come, before anything is done. */
  public void drop(String request, int times) {
    answer(request, DROPPED, times);
  }

  /** Answers the next requests of a kind late. */
  public synchronized void delay(String request, long millis, int times) {
    planned.add(
        new Planned(Pattern.compile(request), new Fault(0, millis), new AtomicInteger(times)));
  }

  synchronized Optional<Fault> of(String request) {
    for (Planned plan : planned) {
      if (plan.left().get() > 0 && plan.request().matcher(request).matches()) {
        plan.left().decrementAndGet();
        return Optional.of(plan.fault());
      }
    }
    return Optional.empty();
  }
}
