package rhapsode.monitoring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks something that may fail or hang, and waits only so long for the answer. As long as one
 * question hangs no other is put, so that threads do not pile up. Thread-safe.
 */
final class Probe<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  private final String name;
  private final Duration patience;
  private final Supplier<T> question;
  private @Nullable CompletableFuture<T> open;
  private boolean silent;

  /**
   * A probe.
   *
   * @param name what is asked, for the log
   * @param patience how long one call waits at most
   */
  Probe(String name, Duration patience, Supplier<T> question) {
    this.name = name;
    this.patience = patience;
    this.question = question;
  }

  /** The answer; empty if there is none in time. */
  Optional<T> ask() {
    try {
      T answer = asked().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      answers();
      return Optional.of(answer);
    } catch (ExecutionException e) {
      isSilent(e.getCause());
    } catch (TimeoutException e) {
      isSilent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private synchronized CompletableFuture<T> asked() {
    if (open == null || open.isDone()) {
      open = CompletableFuture.supplyAsync(question, this::start);
    }
    return open;
  }

  private void start(Runnable task) {
    var thread = new Thread(task, "probe-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Each change is logged once. */
  private synchronized void isSilent(@Nullable Throwable cause) {
    if (!silent) {
      silent = true;
      LOG.warn("The {} does not answer", name, cause);
    }
  }

  private synchronized void answers() {
    if (silent) {
      silent = false;
      LOG.info("The {} answers again", name);
    }
  }
}
