package rhapsode.app;

import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;

/**
 * Java's own deserialisation, which makes whatever classes a stream names. Nothing here needs it,
 * so nothing may use it: should a library do so behind our back, it fails.
 */
final class Deserialisation {
  private Deserialisation() {}

  /**
   * Forbids it for the whole process, and for good. Where the command line sets a filter of its own
   * ({@code -Djdk.serialFilter}), that one holds.
   */
  static void forbid() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(Deserialisation::check);
    }
  }

  /** Asked for classes, and for lengths and depths without a class. */
  private static Status check(FilterInfo asked) {
    return asked.serialClass() == null ? Status.UNDECIDED : Status.REJECTED;
  }
}
