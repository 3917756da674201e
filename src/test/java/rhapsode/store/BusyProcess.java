package rhapsode.store;

import static rhapsode.store.Poems.ADA;
import static rhapsode.store.Poems.NOW;

import java.nio.file.Path;
import java.util.Random;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.community.WrittenPoem;
import rhapsode.learning.Lesson;
import rhapsode.testing.OtherSchool;

/**
 * What a community does, all at once and without end: poems are given, decided on and taken back,
 * written and liked, and models are trained and promoted; meanwhile the file of H2 is rewritten now
 * and then. Each line names what was acknowledged.
 */
final class BusyProcess {
  private static final Author MODERATOR = new Author("console", "9", "");

  /** So that the file is rewritten several times in a short life. */
  private static final long LARGE = 400_000;

  private final Database database;
  private final Path models;
  private final long seed;

  private BusyProcess(Database database, Path models, long seed) {
    this.database = database;
    this.models = models;
    this.seed = seed;
  }

  /** An address of PostgreSQL or a folder of H2, a folder for models, and a seed. */
  public static void main(String[] arguments) {
    DatabaseAddress address =
        arguments[0].startsWith("jdbc:")
            ? DatabaseAddress.server(arguments[0], "", "")
            : DatabaseAddress.of(H2Location.folder(Path.of(arguments[0])).largeFrom(LARGE));
    var busy =
        new BusyProcess(
            Database.open(address), Path.of(arguments[1]), Long.parseLong(arguments[2]));
    // It takes the longest to begin; the others would be killed before it ever did.
    OtherSchool school = OtherSchool.on(busy.database, busy.models);
    school.give("a lesson " + busy.seed);
    new Thread(() -> busy.train(school)).start();
    new Thread(busy::give).start();
    new Thread(busy::like).start();
  }

  /** In one go, so that two threads do not share a line. */
  private static void acknowledge(String deed, Object what) {
    System.out.println(deed + " " + what);
  }

  /** A deed that fails was not acknowledged, and the next one is done all the same. */
  private static void tried(Runnable deed) {
    try {
      deed.run();
    } catch (StoreException e) {
      System.err.println(e.getMessage());
    }
  }

  private void give() {
    var random = new Random(seed);
    var poems = new JdbcPoemStore(database);
    while (true) {
      tried(() -> give(poems, random));
    }
  }

  private static void give(JdbcPoemStore poems, Random random) {
    var consent = new Consent(true, true, true, "2026-11", NOW);
    String text = "moon " + random.nextLong() + " x".repeat(random.nextInt(1500));
    var poem = new Submission(ADA, "here", "", text, consent, PoemStatus.PENDING);
    long id = poems.add(poem, NOW).id();
    acknowledge("added", id);
    PoemStatus verdict = random.nextBoolean() ? PoemStatus.APPROVED : PoemStatus.REJECTED;
    if (poems.decide(id, new Decision(verdict, MODERATOR, "", NOW))) {
      acknowledge("decided", id + ":" + verdict);
    }
    if (random.nextInt(4) == 0 && poems.withdraw(id, ADA, NOW)) {
      acknowledge("withdrawn", id);
    }
  }

  private void like() {
    var anthology = new JdbcAnthology(database);
    var request = new WrittenPoem.Request("moon", "free", 0.8, "");
    while (true) {
      tried(
          () -> {
            long id = anthology.keep(ADA, "here", request, "A moon", "base", NOW).id();
            anthology.like(id, MODERATOR, NOW);
            acknowledge("liked", id);
            database.tidy();
          });
    }
  }

  private void train(OtherSchool school) {
    while (true) {
      tried(
          () -> {
            if (school.retrain() instanceof Lesson.Promoted) {
              acknowledge("promoted", school.serving());
            }
          });
    }
  }
}
