package rhapsode.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import rhapsode.card.PoemCards;
import rhapsode.chart.Charts;
import rhapsode.community.KnownVerse;
import rhapsode.network.NativeThreads;
import rhapsode.prosody.Prosody;

/**
 * What every bot needs, whatever its data. It loads on a thread of its own, so that a start does
 * not wait for it while the database opens and the model is read. Thread-safe.
 */
final class Groundwork {
  private final CompletableFuture<Integer> network;
  private final CompletableFuture<KnownVerse> known;
  private final CompletableFuture<Prosody> prosody;
  private final CompletableFuture<Optional<Charts>> charts;
  private final CompletableFuture<Optional<PoemCards>> cards;

  /** In the order in which it will be asked for. */
  private Groundwork(Settings.Models models, Executor thread) {
    network =
        CompletableFuture.supplyAsync(
            () -> {
              NativeThreads.use(models.threads());
              return models.threads();
            },
            thread);
    prosody = CompletableFuture.supplyAsync(Prosody::load, thread);
    charts = CompletableFuture.supplyAsync(Charts::load, thread);
    known =
        CompletableFuture.supplyAsync(
            () -> HouseRules.known(Home.baseModel(models.base())), thread);
    cards = CompletableFuture.supplyAsync(PoemCards::load, thread);
  }

  /** Begins to load. */
  static Groundwork begin(Settings.Models models) {
    // Whoever asks for a logger while another thread sets the log up is given a substitute.
    LoggerFactory.getILoggerFactory();
    ExecutorService thread = Executors.newSingleThreadExecutor(new DaemonThreads("groundwork"));
    var groundwork = new Groundwork(models, thread);
    thread.shutdown();
    return groundwork;
  }

  /** Waits until networks can be made. */
  void awaitNetwork() {
    loaded(network);
  }

  /** How English sounds. */
  Prosody prosody() {
    return loaded(prosody);
  }

  /** Empty if this Java cannot draw. */
  Optional<Charts> charts() {
    return loaded(charts);
  }

  /** The verse that the base model was trained on. */
  KnownVerse known() {
    return loaded(known);
  }

  /** Empty if this Java cannot draw. */
  Optional<PoemCards> cards() {
    return loaded(cards);
  }

  /** What failed there fails here, as if it had been loaded here. */
  private static <T> T loaded(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
