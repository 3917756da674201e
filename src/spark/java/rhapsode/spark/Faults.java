package rhapsode.spark;

import java.util.function.Supplier;
import rhapsode.network.ModelException;

/** Turns what goes wrong in Spark into a sentence. */
final class Faults {
  private Faults() {}

  /**
   * Does something on the cluster. Scala throws checked exceptions that no method of the Java API
   * declares, so all of them are caught here.
   *
   * @throws ModelException if it fails
   */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (Exception e) {
      throw new ModelException(
          "The Spark cluster gave up (%s); see its log, and go on from the last checkpoint with --resume."
              .formatted(firstLine(e)),
          e);
    }
  }

  /** The first line of its message, which Spark likes to fill with stack traces. */
  static String firstLine(Exception fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }
}
