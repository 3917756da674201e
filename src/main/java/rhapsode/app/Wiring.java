package rhapsode.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import rhapsode.chart.Charts;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.RateLimits;
import rhapsode.chat.Router;
import rhapsode.chat.command.Commands;
import rhapsode.chat.command.LessonReplies;
import rhapsode.community.Conditions;
import rhapsode.community.Gallery;
import rhapsode.community.KnownVerse;
import rhapsode.community.Moderation;
import rhapsode.community.MyData;
import rhapsode.community.RefusedWords;
import rhapsode.community.Submissions;
import rhapsode.learning.Bell;
import rhapsode.learning.Courier;
import rhapsode.learning.Faculty;
import rhapsode.learning.Follower;
import rhapsode.learning.School;
import rhapsode.learning.VillageSchool;
import rhapsode.logging.RequestIds;
import rhapsode.monitoring.Monitoring;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Prover;
import rhapsode.poet.ModelPoet;
import rhapsode.prosody.Prosody;
import rhapsode.store.Database;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.Duty;
import rhapsode.store.JdbcAnthology;
import rhapsode.store.JdbcCensus;
import rhapsode.store.JdbcDialogues;
import rhapsode.store.JdbcModelFiles;
import rhapsode.store.JdbcModelHistory;
import rhapsode.store.JdbcPersonalRecords;
import rhapsode.store.JdbcPoemStore;
import rhapsode.store.JdbcPrecedents;
import rhapsode.store.JdbcShownPoems;
import rhapsode.store.JdbcStandings;
import rhapsode.store.JdbcUpdates;
import rhapsode.store.Membership;
import rhapsode.telegram.Memory;

/** The one place where the parts of the bot are put together, and taken apart again. */
final class Wiring implements AutoCloseable {
  private static final int SECONDS_TO_FINISH = 10;

  /** How long the bot's own poems are kept that nobody likes; the privacy notice says it. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final ModelFolders folders;
  private final InstantSource clock;
  private final ExecutorService poetThread = thread("poet");
  private final ExecutorService schoolThread = thread("school");
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Noticeboard noticeboard = new Noticeboard();
  private final Company company;
  private final Clockwork clockwork;
  private final Router router;
  private final ModelStage stage;
  private final Pulse pulse;

  /** A bot that nobody watches. */
  Wiring(Settings settings, DatabaseAddress address, InstantSource clock) {
    this(
        settings,
        address,
        Groundwork.begin(settings.models()),
        clock,
        Monitoring.open(Optional.empty(), RhapsodeCommand.Version.text()));
  }

  /**
   * A bot.
   *
   * @param address of the database, with its secrets
   * @param groundwork may still be loading
   * @param monitoring is told of all that it does; not closed with it
   */
  Wiring(
      Settings settings,
      DatabaseAddress address,
      Groundwork groundwork,
      InstantSource clock,
      Monitoring monitoring) {
    this.clock = clock;
    pulse = new Pulse(clock);
    folders = ModelFolders.apart(Home.baseModel(settings.models().base()), settings.taught());
    database = Database.open(address);
    company = Company.join(database, settings.process(), clock);
    clockwork = new Clockwork(() -> company.membership().holds(Duty.BELL));
    try {
      var poems = new JdbcPoemStore(database);
      var history = new JdbcModelHistory(database, company.membership());
      RefusedWords refused = HouseRules.words(settings.community().refusedWords());
      var texts = new CommunityTexts(poems, closing::get);
      var repertoires = new Repertoires(texts, refused.phrases());
      groundwork.awaitNetwork();
      Optional<DatabaseCourier> courier = courier(settings.models());
      var reader =
          new ModelReader(folders, repertoires, m -> courier.isPresent() && courier.get().fetch(m));
      boolean many = texts.areMany();
      var opening = ModelStage.open(many ? reader.withoutCommunity() : reader, history);
      Prosody prosody = groundwork.prosody();
      var poet =
          new ModelPoet(
              opening.repertoire(),
              prosody,
              poetThread,
              clock,
              new SecureRandom()::nextLong,
              refused::standIn);
      stage = ModelStage.of(reader, poet, opening);
      if (many) {
        clockwork.soon(() -> poet.hear(repertoires.heard(opening.folder())));
      }
      var courtesy = new Courtesy(poet::waiting, closing::get);
      var faculty =
          new Faculty(
              tutor(settings.learning().tuning(), courtesy),
              new RecitalHall(
                  folders,
                  prosody,
                  repertoires.community(),
                  text -> refused.in(text).isPresent(),
                  courtesy,
                  clock),
              stage,
              courier.<Courier>map(c -> c).orElse(Courier.NONE));
      var shown = new JdbcShownPoems(database);
      School school =
          monitoring.measured(
              school(
                  settings.learning(),
                  new VillageSchool.Records(poems, shown::likes, history),
                  faculty));
      Optional<Charts> charts = groundwork.charts();
      ring(settings.learning().times(), school, poems, new LessonReplies(charts));
      company.follow(new Follower(history, faculty));
      clockwork.keep(database, new NightlyBackup(database, settings.backups(), folders::of, clock));
      var standings = new JdbcStandings(database);
      var moderation = new Moderation(poems, standings, clock);
      Forms forms = Forms.load();
      router =
          new Router(
              Commands.all(
                  new Commands.Parts(
                      monitoring.measured(poet, names(forms)),
                      forms,
                      new Prover(prosody),
                      submissions(
                          settings.community(), poems, standings, refused, groundwork.known()),
                      moderation,
                      noticeboard,
                      anthology(),
                      new Gallery(shown, clock, new SecureRandom()),
                      new MyData(new JdbcPersonalRecords(database), clock),
                      school,
                      groundwork.cards(),
                      pulse,
                      new Commands.Statistics(new JdbcCensus(database), history, charts),
                      clock)),
              new RateLimits(settings.manners(), clock),
              monitoring.commands(),
              new RequestIds(new SecureRandom()));
      monitoring.watch(new Watched(moderation, database, stage, poet));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Models travel by the database if other processes can have it, and do not see the folder. */
  private Optional<DatabaseCourier> courier(Settings.Models models) {
    return database.isShared() && models.shared().isEmpty()
        ? Optional.of(new DatabaseCourier(folders, new JdbcModelFiles(database)))
        : Optional.empty();
  }

  private static Set<String> names(Forms forms) {
    return forms.all().stream().map(Form::name).collect(Collectors.toSet());
  }

  private NetworkTutor tutor(Settings.Tuning tuning, Courtesy courtesy) {
    var manners = new NetworkTutor.Manners(closing::get, courtesy);
    return new NetworkTutor(folders, tuning, clock, manners, 1);
  }

  private VillageSchool school(
      Settings.Learning learning, VillageSchool.Records records, Faculty faculty) {
    var rules = new VillageSchool.Rules(learning.lessons(), learning.gate(), learning.kept());
    return new VillageSchool(records, faculty, rules, schoolThread, clock);
  }

  private void ring(Bell.Times times, School school, JdbcPoemStore poems, LessonReplies replies) {
    var told = new Announcement(noticeboard, replies);
    clockwork.ring(new Bell(school, poems, times, told, clock));
  }

  private Submissions submissions(
      Settings.Community community,
      JdbcPoemStore poems,
      JdbcStandings standings,
      RefusedWords refused,
      KnownVerse known) {
    var conditions =
        new Conditions(refused, known, new JdbcPrecedents(database), community.submissionsPerDay());
    return new Submissions(poems, standings, community.trustSkipsQueue(), clock, conditions);
  }

  private JdbcAnthology anthology() {
    var anthology = new JdbcAnthology(database);
    Runnable forgetting = () -> anthology.forget(clock.instant().minus(KEPT));
    forgetting.run();
    clockwork.daily(forgetting);
    return anthology;
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(new DaemonThreads(name));
  }

  Router router() {
    return router;
  }

  /** Where moderators are told what waits for them. */
  Noticeboard noticeboard() {
    return noticeboard;
  }

  /** What platforms need to share with other processes; empty if there can be none. */
  Optional<Platforms.Sharing> sharing() {
    Membership membership = company.membership();
    return database.isShared()
        ? Optional.of(
            new Platforms.Sharing(
                new SharedMemory(
                    new JdbcUpdates(database, membership, Memory.MOST_TRIES),
                    new JdbcDialogues(database)),
                () -> membership.holds(Duty.TELEGRAM)))
        : Optional.empty();
  }

  /** How the bot stands. */
  Pulse pulse() {
    return pulse;
  }

  /** The name of the model in service. */
  String model() {
    return stage.current();
  }

  /**
   * Breaks a training off and begins none any more, while the bot still talks: who asked for it is
   * told. Poems go on.
   */
  void closing() {
    closing.set(true);
  }

  /**
   * Lets poems under way end and breaks a training off. Threads are asked, never interrupted: one
   * may be inside the database.
   */
  @Override
  public void close() {
    closing();
    clockwork.stop();
    company.silence();
    poetThread.shutdown();
    schoolThread.shutdown();
    try {
      if (!poetThread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)
          || !schoolThread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)
          || !clockwork.awaitEnd(SECONDS_TO_FINISH)) {
        LoggerFactory.getLogger(Wiring.class).warn("Work was left unfinished at the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    company.close();
    database.close();
  }
}
