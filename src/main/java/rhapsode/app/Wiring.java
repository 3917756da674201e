package rhapsode.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import rhapsode.card.PoemCards;
import rhapsode.chart.Charts;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.RateLimits;
import rhapsode.chat.Router;
import rhapsode.chat.command.Commands;
import rhapsode.community.Moderation;
import rhapsode.community.Submissions;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.VillageSchool;
import rhapsode.network.NativeThreads;
import rhapsode.poem.Forms;
import rhapsode.poem.Prover;
import rhapsode.poet.ModelPoet;
import rhapsode.prosody.Prosody;
import rhapsode.store.Database;
import rhapsode.store.H2Anthology;
import rhapsode.store.H2Census;
import rhapsode.store.H2ModelHistory;
import rhapsode.store.H2PoemStore;
import rhapsode.store.H2Standings;

/** The one place where the parts of the bot are put together, and taken apart again. */
final class Wiring implements AutoCloseable {
  private static final int SECONDS_TO_FINISH = 10;

  /** How long the bot's own poems are kept that nobody likes; the privacy notice says it. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final ExecutorService poetThread;
  private final ExecutorService schoolThread;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Noticeboard noticeboard = new Noticeboard();
  private final Router router;
  private final ModelStage stage;

  Wiring(Settings settings, InstantSource clock) {
    NativeThreads.use(settings.models().threads());
    Path base = Home.baseModel(settings.models().base());
    Path models = settings.data().folder().resolve("models");
    database = Database.open(settings.data().folder());
    poetThread = thread("poet");
    schoolThread = thread("school");
    try {
      var poems = new H2PoemStore(database);
      var history = new H2ModelHistory(database);
      var repertoires =
          new Repertoires(() -> poems.forTraining().stream().map(SubmittedPoem::text).toList());
      Prosody prosody = Prosody.load();
      var opening = ModelStage.open(base, models, history, repertoires);
      var poet =
          new ModelPoet(
              opening.repertoire(), prosody, poetThread, clock, new SecureRandom()::nextLong);
      stage = ModelStage.of(base, models, poet, repertoires, opening);
      var learning = settings.learning();
      var school =
          new VillageSchool(
              new VillageSchool.Records(poems, history),
              new NetworkTutor(base, models, learning, clock, closing::get),
              stage,
              new VillageSchool.Rules(
                  StarterCorpus.poems(), learning.heldOut(), learning.tolerance()),
              schoolThread,
              clock);
      var anthology = new H2Anthology(database);
      anthology.forget(clock.instant().minus(KEPT));
      var standings = new H2Standings(database);
      router =
          new Router(
              Commands.all(
                  new Commands.Parts(
                      poet,
                      Forms.load(),
                      new Prover(prosody),
                      new Submissions(
                          poems, standings, settings.moderation().trustSkipsQueue(), clock),
                      new Moderation(poems, standings, clock),
                      noticeboard,
                      anthology,
                      school,
                      PoemCards.load(),
                      new Commands.Statistics(new H2Census(database), history, Charts.load()),
                      clock)),
              new RateLimits(settings.manners(), clock));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  Router router() {
    return router;
  }

  /** Where moderators are told what waits for them. */
  Noticeboard noticeboard() {
    return noticeboard;
  }

  /** The name of the model in service. */
  String model() {
    return stage.current();
  }

  /**
   * Lets poems under way end and breaks a training off. Threads are asked, never interrupted: one
   * may be inside the database.
   */
  @Override
  public void close() {
    closing.set(true);
    poetThread.shutdown();
    schoolThread.shutdown();
    try {
      if (!poetThread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)
          || !schoolThread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        org.slf4j.LoggerFactory.getLogger(Wiring.class).warn("Work was left unfinished at the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
