package rhapsode.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that are not finished, and whether new ones may begin. Thread-safe. */
final class UnderWay {
  private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

  private final Map<Long, CompletableFuture<?>> answers = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private volatile boolean closing;

  boolean closing() {
    return closing;
  }

  /**
   * Begins an answer, which is waited for from now on.
   *
   * @return false if it may not begin
   */
  boolean add(CompletableFuture<?> answer) {
    long number = numbers.incrementAndGet();
    answers.put(number, answer);
    // In this order: who closes either finds it, or is seen here.
    if (closing) {
      answers.remove(number);
      return false;
    }
    answer.whenComplete((done, fault) -> answers.remove(number));
    return true;
  }

  /** Lets nothing new begin, and waits until all is answered, at most so long. */
  void drain(Duration patience) {
    closing = true;
    try {
      CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Discord: {} answers were left unfinished at the end", answers.size());
    } catch (ExecutionException e) {
      LOG.warn("Discord: an answer failed at the end", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
