package rhapsode.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import rhapsode.console.Console;
import rhapsode.monitoring.Monitoring;
import rhapsode.wording.Phrase;

/** The bot, from its start to its end. */
final class Bot {
  private static final int SECONDS_TO_CLOSE = 20;

  private Bot() {}

  /**
   * Runs until the console ends or, where the input ends without a word and there are platforms to
   * talk on, until a signal; that lets it close in good order.
   */
  static void run(Settings settings) throws IOException {
    Path data = settings.data().folder();
    makePrivate(data);
    try {
      talk(settings);
    } finally {
      PrivateFiles.close(data); // The database was made meanwhile, and made anew on closing.
    }
  }

  private static void talk(Settings settings) throws IOException {
    var closed = new CountDownLatch(1);
    InstantSource clock = InstantSource.system();
    var groundwork = Groundwork.begin(settings.models());
    try (var monitoring = Monitoring.open(settings.monitoring(), RhapsodeCommand.Version.text());
        var wiring =
            new Wiring(
                settings, settings.database(System.getenv()), groundwork, clock, monitoring);
        var platforms =
            Platforms.start(
                settings,
                System.getenv(),
                wiring.router(),
                wiring.noticeboard(),
                clock,
                wiring.sharing())) {
      wiring.pulse().watch(platforms::health);
      monitoring.watchPlatforms(platforms::connected);
      var hook = new Thread(() -> close(monitoring, platforms, wiring, closed), "close-on-signal");
      Runtime.getRuntime().addShutdownHook(hook);
      SmallHeap.keep();
      Console.Ending end =
          Console.run(
              wiring.router(),
              isTerminal(),
              settings.data().folder(),
              Phrase.of("console.greeting", wiring.model()),
              Language.of(System.getenv()));
      if (end != Console.Ending.LEFT && !isTerminal() && platforms.any()) {
        awaitSignal(closed);
      }
      monitoring.closing();
      wiring.closing();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        await(closed); // A signal came first, and its hook closes everything.
      }
      if (end == Console.Ending.SILENT && !isTerminal() && !platforms.any()) {
        // A service must not look as if it had ended well.
        throw new NobodyThereException(platforms.health());
      }
    }
  }

  /** Before the first logger makes the log's folder, and the database its file. */
  private static void makePrivate(Path data) {
    makePrivateFolder(data);
    LogChoice.ofProcess().file().ifPresent(log -> makePrivateFolder(log.resolveSibling(".")));
  }

  private static void makePrivateFolder(Path folder) {
    try {
      PrivateFiles.makeFolder(folder.normalize());
      PrivateFiles.close(folder);
    } catch (IOException e) {
      return; // Whoever needs the folder says in a sentence why it cannot be.
    }
  }

  /**
   * Who watches sees at once that it closes, and until the end how far that is. A training stops
   * first, so that its asker can still be told.
   */
  private static void close(
      Monitoring monitoring, Platforms platforms, Wiring wiring, CountDownLatch closed) {
    monitoring.closing();
    wiring.closing();
    platforms.close();
    wiring.close();
    monitoring.close();
    closed.countDown();
  }

  private static void awaitSignal(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch closed) {
    try {
      if (!closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From JDK 22 on there is a console without a terminal too; none of those sets TERM. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isTerminal() {
    return System.console() != null && System.getenv("TERM") != null;
  }
}
