package rhapsode.monitoring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Threads that wait for each other for ever. */
final class Deadlocks {
  private Deadlocks() {}

  /** Their names; none if all is well. */
  static List<String> threads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] found = threads.findDeadlockedThreads();
    return found == null
        ? List.of()
        : Stream.of(threads.getThreadInfo(found))
            .filter(Objects::nonNull)
            .map(ThreadInfo::getThreadName)
            .sorted()
            .toList();
  }
}
