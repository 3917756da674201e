package rhapsode.logging;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * For which request a thread is at work: each line that it logs has the id as {@value #KEY}. Work
 * that goes on elsewhere, or later, takes the context along: it is captured where the work is asked
 * for, and entered where it is done. Immutable, thread-safe.
 *
 * @param request the id; empty for work that nobody asked for
 */
public record LogContext(Optional<String> request) {
  /** The name of the id in the log, in SLF4J's mapped diagnostic context. */
  public static final String KEY = "request";

  /** That of the thread which asks. */
  public static LogContext current() {
    return new LogContext(Optional.ofNullable(MDC.get(KEY)));
  }

  /** That of a request. */
  public static LogContext of(String request) {
    return new LogContext(Optional.of(request));
  }

  /** Does work in this context; afterwards the thread is in the one that it was in before. */
  public <T> T call(Supplier<T> work) {
    LogContext before = current();
    enter();
    try {
      return work.get();
    } finally {
      before.enter();
    }
  }

  /** Does work in this context; afterwards the thread is in the one that it was in before. */
  public void run(Runnable work) {
    this.<Optional<Void>>call(
        () -> {
          work.run();
          return Optional.empty();
        });
  }

  private void enter() {
    request.ifPresentOrElse(id -> MDC.put(KEY, id), () -> MDC.remove(KEY));
  }
}
