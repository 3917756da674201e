package rhapsode.telegram;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import rhapsode.chat.Noticeboard.Notice;
import rhapsode.chat.Router;

/**
 * The bot on Telegram: receives, has the router answer, sends. It starts in the background and goes
 * on by itself through whatever happens to the connection. Thread-safe.
 */
public final class Telegram implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);
  private static final int THREADS = 4;

  private final TelegramSettings settings;
  private final Router router;
  private final InstantSource clock;
  private final Rhythm rhythm;
  private final BooleanSupplier fetches;
  private final ScheduledExecutorService timer;
  private final Retries retries;
  private final ExecutorService threads;
  private final Api api;
  private final Outbox outbox;
  private final Health health;
  private volatile @Nullable Line line;
  private @Nullable Inbox inbox;
  private @Nullable Polling polling;
  private @Nullable WebhookDoor door;
  private boolean closed;

  private Telegram(
      TelegramSettings settings,
      Router router,
      InstantSource clock,
      Rhythm rhythm,
      BooleanSupplier fetches) {
    this.fetches = fetches;
    this.settings = settings;
    this.router = router;
    this.clock = clock;
    this.rhythm = rhythm;
    timer = Executors.newSingleThreadScheduledExecutor(named("telegram-timer"));
    retries = new Retries(timer, rhythm.firstPause());
    threads = Executors.newFixedThreadPool(THREADS, named("telegram-work"));
    api = new Api(settings);
    outbox = new Outbox(settings.pace(), clock, timer, rhythm.firstPause());
    health = new Health(clock);
  }

  /**
   * What it knows beside the messages.
   *
   * @param shared whether other processes know it too
   */
  private record Knowledge(Names names, Ledger ledger, Dialogues dialogues, boolean shared) {}

  private static ThreadFactory named(String name) {
    var count = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Starts the bot; returns at once.
   *
   * @param folder where it keeps what must outlive the process: updates and dialogues under way
   * @throws IllegalArgumentException if two commands would have the same name on Telegram
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  public static Telegram start(
      TelegramSettings settings, Router router, InstantSource clock, Path folder) {
    return start(settings, router, clock, folder, Rhythm.USUAL);
  }

  static Telegram start(
      TelegramSettings settings, Router router, InstantSource clock, Path folder, Rhythm rhythm) {
    var names = new Names(router.descriptions());
    var ledger = new FolderLedger(new FileShelf(folder.resolve("updates")));
    var dialogues = new Dialogues(new FileShelf(folder.resolve("dialogues")), clock);
    var telegram = new Telegram(settings, router, clock, rhythm, () -> true);
    telegram.introduce(new Knowledge(names, ledger, dialogues, false), 0);
    return telegram;
  }

  /**
   * Starts the bot where other processes run the same one; returns at once. Each answers what it
   * has taken, and what another one left that ended.
   *
   * @param memory what they know together
   * @param fetches whether this process is the one that fetches updates; asked every few seconds. A
   *     webhook may lead to any of them.
   * @throws IllegalArgumentException if two commands would have the same name on Telegram
   */
  public static Telegram start(
      TelegramSettings settings,
      Router router,
      InstantSource clock,
      Memory memory,
      BooleanSupplier fetches) {
    return start(settings, router, clock, memory, fetches, Rhythm.USUAL);
  }

  static Telegram start(
      TelegramSettings settings,
      Router router,
      InstantSource clock,
      Memory memory,
      BooleanSupplier fetches,
      Rhythm rhythm) {
    var names = new Names(router.descriptions());
    var dialogues = new Dialogues(memory.dialogues(), clock);
    var telegram = new Telegram(settings, router, clock, rhythm, fetches);
    telegram.introduce(new Knowledge(names, new SharedLedger(memory), dialogues, true), 0);
    return telegram;
  }

  /** Asks Telegram who the bot is, until it answers. */
  private void introduce(Knowledge knowledge, int failures) {
    api.call(new GetMe())
        .whenComplete(
            (me, thrown) -> {
              if (thrown == null) {
                retries.soon(() -> open(me, knowledge));
              } else if (Failure.of(thrown).kind() == Failure.Kind.UNKNOWN_TOKEN) {
                health.refuse();
              } else {
                health.is("Telegram: cannot be reached; trying again.");
                LOG.debug("Telegram: {}", Failure.of(thrown).sentence());
                retries.after(
                    failures, Failure.of(thrown), () -> introduce(knowledge, failures + 1));
              }
            });
  }

  private synchronized void open(User me, Knowledge known) {
    if (closed) {
      return;
    }
    String bot = String.valueOf(me.getUserName());
    var line = new Line(api, outbox, known.names(), timer, bot, rhythm.press());
    this.line = line;
    var front = new Front(line, router, clock, known.dialogues(), settings.staff());
    inbox = new Inbox(known.ledger(), new Lanes(threads), settings.staff(), front);
    inbox.resume();
    if (known.shared()) {
      // What a process left that ends while this one runs.
      every(rhythm.check(), rhythm.check(), inbox::resume);
    }
    every(rhythm.upkeep(), rhythm.upkeep(), known.dialogues()::forget);
    new CommandList(api, known.names(), router.descriptions()).publish(settings.staff());
    if (settings.webhook().isPresent()) {
      deliver(settings.webhook().get(), inbox);
    } else {
      poll(new Polling(api, inbox, health, clock, rhythm.firstPause(), fetches));
    }
  }

  /** Not by the timer itself, which must not wait for a database or for Telegram. */
  private void every(Duration pause, Duration first, Runnable task) {
    timer.scheduleWithFixedDelay(
        () -> threads.execute(task), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void poll(Polling fetching) {
    polling = fetching;
    every(rhythm.check(), Duration.ZERO, fetching::check);
  }

  private void deliver(TelegramSettings.Webhook webhook, Inbox to) {
    try {
      door = new WebhookDoor(webhook, to, threads);
      new WebhookRegistration(api, webhook, health, retries).run();
    } catch (IOException e) {
      LOG.warn("The webhook's port cannot be used", e);
      health.is(
          "Telegram: port " + webhook.port() + " for the webhook cannot be used; choose another.");
    }
  }

  /** How it stands, in one sentence without secrets. */
  public String state() {
    return health.sentence();
  }

  /** Whether people are answered: the last call for updates was, or the webhook is set. */
  public boolean connected() {
    return health.isWell();
  }

  /**
   * Shows moderators something in their chat, if there is one and the bot is connected; returns at
   * once and never throws. What was not shown still waits, and is found by {@code /review}.
   */
  public void post(Notice notice) {
    Line open = line;
    if (open == null || settings.staff().chat().isEmpty()) {
      return;
    }
    var chat = new Sender(open, new Place(settings.staff().chat().getAsLong(), null, 0));
    Whole.of(notice.in(Locale.ENGLISH), open.names())
        .to(chat)
        .whenComplete(
            (sent, thrown) -> {
              if (thrown != null) {
                LOG.warn(
                    "Telegram: the moderators' chat could not be written to: {}",
                    Failure.of(thrown).sentence());
              }
            });
  }

  /** Where a webhook listens, 0 without one. */
  synchronized int webhookPort() {
    return door == null ? 0 : door.port();
  }

  /**
   * Takes no more updates, lets what is under way end and sends it, ten seconds at most; what is
   * left is answered after the next start.
   */
  @Override
  public void close() {
    Inbox taken;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      taken = inbox;
    }
    if (taken != null) {
      taken.close();
    }
    if (polling != null) {
      polling.close();
    }
    if (taken != null) {
      await(taken.answered().thenCompose(done -> outbox.empty()));
    }
    if (door != null) {
      door.close();
    }
    outbox.close();
    timer.shutdownNow();
    threads.shutdown();
    api.close();
    health.is("Telegram: closed.");
  }

  private void await(CompletableFuture<?> end) {
    try {
      end.get(rhythm.end().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Some answers on Telegram were not finished; they are sent after the next start");
    } catch (ExecutionException e) {
      LOG.warn("Telegram did not close well", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
