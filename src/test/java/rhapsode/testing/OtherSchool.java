package rhapsode.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.Cap;
import rhapsode.learning.Curriculum;
import rhapsode.learning.Faculty;
import rhapsode.learning.Gate;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.Stage;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.Tutor;
import rhapsode.learning.VillageSchool;
import rhapsode.store.Database;
import rhapsode.store.JdbcModelHistory;
import rhapsode.store.JdbcPoemStore;
import rhapsode.store.Membership;
import rhapsode.wording.Phrase;

/**
 * A school with a database and with folders in place of models, in this process or, to die at a
 * step of a run, in another.
 */
public final class OtherSchool implements AutoCloseable {
  /** How a process ends that dies where it was told to. */
  public static final int DIED = 42;

  private static final Author ADA = new Author("console", "1", "Ada");

  /** What changes something: before and after each of these a process can die. */
  private static final Set<String> STEPS =
      Set.of("begin", "add", "breakOff", "exchange", "forget", "teach", "discard", "ready", "run");

  private final Database database;
  private final Membership membership;
  private final JdbcPoemStore poems;
  private final ModelHistory history;
  private final FolderTutor tutor;
  private final FolderStage stage;
  private final VillageSchool school;

  private OtherSchool(Database database, Path models, AtomicInteger countdown) {
    this.database = database;
    poems = new JdbcPoemStore(database);
    membership = Membership.join(database, "", 1, new SettableClock());
    // Whoever else has it open is dead: on a server that shows when two looks find no new beat.
    membership.beat();
    membership.beat();
    history = new JdbcModelHistory(database, membership);
    tutor = new FolderTutor(models);
    stage = new FolderStage(tutor, history, countdown);
    school =
        new VillageSchool(
            new VillageSchool.Records(
                poems, Map::of, mortal(ModelHistory.class, history, countdown)),
            new Faculty(
                mortal(Tutor.class, tutor, countdown),
                model -> Reports.RECITAL,
                mortal(Stage.class, stage, countdown)),
            new VillageSchool.Rules(
                new Curriculum.Rules(0, new Cap(1, 0), new Cap(1, 0), 1),
                new Gate(new Gate.Bounds(1, 1, 1, 1)),
                3),
            Runnable::run,
            new SettableClock());
  }

  /** One that lives. */
  public static OtherSchool open(Path folder) {
    return on(Database.open(folder.resolve("data")), folder.resolve("models"));
  }

  /** One that lives, and closes this database when it is closed. */
  public static OtherSchool on(Database database, Path models) {
    return new OtherSchool(database, models, new AtomicInteger(Integer.MAX_VALUE));
  }

  /** Dies, without a word and without closing anything, when the countdown is over. */
  private static <T> T mortal(Class<T> port, T behind, AtomicInteger countdown) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              boolean counts = STEPS.contains(method.getName());
              step(counts, countdown);
              try {
                Object result = method.invoke(behind, arguments);
                step(counts, countdown);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(proxy);
  }

  private static void step(boolean counts, AtomicInteger countdown) {
    if (counts && countdown.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(DIED);
    }
  }

  public void give(String text) {
    var consent = new Consent(true, true, true, "v", Instant.EPOCH);
    poems.add(
        new Submission(ADA, "console", "", text, consent, PoemStatus.APPROVED), Instant.EPOCH);
  }

  public void withdraw(long poem) {
    poems.withdraw(poem, ADA, Instant.EPOCH);
  }

  public Lesson retrain() {
    return school.retrain(Cause.ASKED, progress -> {}).join();
  }

  public ModelHistory history() {
    return history;
  }

  public String serving() {
    return stage.current();
  }

  public List<String> kept() {
    return tutor.kept();
  }

  public List<String> lessons() {
    return tutor.lessons;
  }

  public boolean isWhole(String model) {
    return tutor.isWhole(model);
  }

  @Override
  public void close() {
    membership.close();
    database.close();
  }

  /** Models are folders, whole once their manifest is there. */
  private static final class FolderTutor implements Tutor {
    private final Path folder;
    private List<String> lessons = List.of();

    FolderTutor(Path folder) {
      this.folder = folder;
    }

    boolean isWhole(String model) {
      return Files.exists(folder.resolve(model).resolve("manifest"));
    }

    @Override
    public Judgement teach(
        String name, Curriculum curriculum, Consumer<TrainingProgress> progress) {
      lessons = curriculum.lessons();
      try {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("weights"), "w");
        Files.writeString(folder.resolve(name).resolve("manifest"), "m");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Reports.judgement(100, 90);
    }

    @Override
    public double perplexity(String model, List<String> texts) {
      return 90;
    }

    @Override
    public List<String> kept() {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> inside = Files.list(folder)) {
        return inside.map(model -> model.getFileName().toString()).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void discard(String name) {
      try {
        TemporaryFolder.remove(folder.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String base() {
      return "base";
    }
  }

  /** Opens with the model in service if it is whole, and else with the base model. */
  private static final class FolderStage implements Stage {
    private final FolderTutor tutor;
    private final AtomicInteger countdown;
    private String model;

    FolderStage(FolderTutor tutor, ModelHistory history, AtomicInteger countdown) {
      this.tutor = tutor;
      this.countdown = countdown;
      model = history.inService().map(ModelVersion::name).filter(tutor::isWhole).orElse("base");
    }

    @Override
    public Runnable ready(String name) {
      if (!name.equals("base") && !tutor.isWhole(name)) {
        throw new IllegalStateException("there is no model " + name);
      }
      return mortal(Runnable.class, () -> model = name, countdown);
    }

    @Override
    public String current() {
      return model;
    }

    @Override
    public Phrase description() {
      return Phrase.of("model.network", "verse", 10, 20);
    }
  }

  /**
   * Runs a training in another process, which dies at a step.
   *
   * @return how it ended: {@link #DIED}, or 0 if the run has fewer steps
   */
  public static int diesAt(int step, Path folder) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            OtherSchool.class.getName(),
            folder.toString(),
            String.valueOf(step))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  public static void main(String[] arguments) {
    var countdown = new AtomicInteger(Integer.parseInt(arguments[1]));
    Path folder = Path.of(arguments[0]);
    var database = Database.open(folder.resolve("data"));
    try (var school = new OtherSchool(database, folder.resolve("models"), countdown)) {
      school.retrain();
    }
  }
}
