package rhapsode.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Fetches updates. A call for updates confirms all before it, so it is only made when those are
 * written down. Thread-safe.
 */
final class Polling implements AutoCloseable {
  /** A poll takes 50 seconds when nothing happens, and a pause at most five minutes. */
  private static final Duration SILENCE = Duration.ofMinutes(7);

  /**
   * After a week without updates Telegram counts on from anywhere, also from below; a new session
   * asks for all there is.
   */
  private static final Duration QUIET = Duration.ofDays(6);

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  private final Api api;
  private final Inbox inbox;
  private final Health health;
  private final InstantSource clock;
  private final Duration firstPause;
  private final BooleanSupplier onDuty;
  private final ReentrantLock changing = new ReentrantLock();
  private @Nullable Session session;
  private volatile @Nullable OkHttpClient calling;
  private volatile Instant lastUpdate;
  private volatile boolean closed;

  Polling(
      Api api,
      Inbox inbox,
      Health health,
      InstantSource clock,
      Duration firstPause,
      BooleanSupplier onDuty) {
    this.onDuty = onDuty;
    this.api = api;
    this.inbox = inbox;
    this.health = health;
    this.clock = clock;
    this.firstPause = firstPause;
    this.lastUpdate = clock.instant();
  }

  /** One session of the library, with its thread and its connections. */
  private record Session(
      TelegramBotsLongPollingApplication application,
      BotSession bot,
      OkHttpClient http,
      ScheduledExecutorService thread) {
    private boolean hasEnded() {
      // isRunning() of the library stays true when its thread has died.
      ScheduledFuture<?> polling = bot.getRunningPolling();
      return polling == null || polling.isDone();
    }

    private void end() {
      try {
        application.close();
      } catch (Exception e) {
        LOG.debug("A Telegram session did not close", e);
      }
      http.dispatcher().cancelAll();
      thread.shutdownNow();
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  /** Pauses that double up to half a minute, or as long as Telegram asks for. */
  private final class Pauses implements BackOff {
    private static final int MOST_DOUBLINGS = 6;
    private int failures;

    @Override
    public void reset() {
      failures = 0;
    }

    @Override
    public long nextBackOffMillis() {
      long doubled = firstPause.toMillis() << Math.min(failures++, MOST_DOUBLINGS);
      return Math.max(doubled, 1000L * health.pauseSeconds());
    }
  }

  /**
   * Begins, or begins again where it has ended silently; to be called every few seconds. May wait
   * for Telegram; a second call meanwhile does nothing.
   */
  void check() {
    if (!changing.tryLock()) {
      return;
    }
    try {
      if (closed || health.isRefused()) {
        end();
      } else if (!onDuty.getAsBoolean()) {
        end();
        health.isWell("Telegram: connected; another process fetches the updates.");
      } else if (session == null || !isGood(session)) {
        end();
        lastUpdate = clock.instant();
        begin();
      }
    } finally {
      changing.unlock();
    }
  }

  private boolean isGood(Session running) {
    Instant now = clock.instant();
    if (running.hasEnded() || health.lastCall().plus(SILENCE).isBefore(now)) {
      LOG.warn("Fetching Telegram's updates had ended; it is begun again");
      return false;
    }
    return lastUpdate.plus(QUIET).isAfter(now);
  }

  private void begin() {
    OkHttpClient http = api.forPolling(health);
    calling = http;
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var poller = new Thread(task, "telegram-poll");
              poller.setDaemon(true);
              return poller;
            });
    var application =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new, () -> http, () -> thread, Pauses::new);
    try {
      BotSession bot =
          application.registerBot(
              Disguise.PLACEHOLDER,
              api::url,
              new DefaultGetUpdatesGenerator(Events.KINDS),
              this::take);
      session = new Session(application, bot, http, thread);
    } catch (TelegramApiException e) {
      LOG.debug("Telegram: {}", Failure.of(e).sentence());
      thread.shutdownNow();
      http.connectionPool().evictAll();
    }
  }

  private void take(List<Update> updates) {
    boolean taken;
    try {
      lastUpdate = clock.instant();
      taken = inbox.accept(updates);
    } catch (RuntimeException e) {
      // Out of here it would end the library's thread for good.
      LOG.error("Telegram's updates could not be taken", e);
      return;
    }
    if (!taken) {
      // So it has to: its next call would confirm what nobody took.
      throw new IllegalStateException("The bot is being closed; Telegram keeps its updates");
    }
  }

  private void end() {
    if (session != null) {
      session.end();
      session = null;
    }
  }

  @Override
  public void close() {
    closed = true;
    OkHttpClient http = calling;
    if (http != null) {
      http.dispatcher().cancelAll();
    }
    changing.lock();
    try {
      end();
    } finally {
      changing.unlock();
    }
  }
}
