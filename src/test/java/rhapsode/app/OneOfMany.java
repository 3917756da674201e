package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.learning.Cap;
import rhapsode.learning.Curriculum;
import rhapsode.learning.Faculty;
import rhapsode.learning.Follower;
import rhapsode.learning.Gate;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.Stage;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.Tutor;
import rhapsode.learning.VillageSchool;
import rhapsode.store.Database;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.Duty;
import rhapsode.store.JdbcDialogues;
import rhapsode.store.JdbcModelFiles;
import rhapsode.store.JdbcModelHistory;
import rhapsode.store.JdbcPoemStore;
import rhapsode.store.JdbcUpdates;
import rhapsode.telegram.BotToken;
import rhapsode.telegram.Memory;
import rhapsode.telegram.Staff;
import rhapsode.telegram.Telegram;
import rhapsode.telegram.TelegramSettings;
import rhapsode.testing.Reports;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.wording.Phrase;

/**
 * A process among several: database, membership, school, follower, courier and Telegram's adapter
 * are the real ones; a model is a folder of random bytes, and a poem is an echo. It trains as often
 * as it may, until a file says that it is enough.
 */
final class OneOfMany {
  /** In the folder of all: nobody begins a training any more. */
  static final String QUIET = "quiet";

  /** In the folder of all: a line for each training that met another one. */
  static final String OVERLAPS = "overlaps";

  /** In the folder of each: the model that it writes with. */
  static final String SERVING = "serving";

  private static final int WEIGHTS = 1 << 20;

  private OneOfMany() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments the database's address, Telegram's, a folder for all and one of its own, how
   *     often it shows that it lives in milliseconds, and after how many looks others are dead
   */
  public static void main(String[] arguments) throws IOException {
    Path all = Path.of(arguments[2]);
    Path own = Path.of(arguments[3]);
    Duration beat = Duration.ofMillis(Long.parseLong(arguments[4]));
    InstantSource clock = InstantSource.system();
    Database database = Database.open(DatabaseAddress.server(arguments[0], "", ""));
    Company company =
        Company.join(
            database,
            "",
            Integer.parseInt(arguments[5]),
            clock,
            new Company.Rhythm(beat, beat.multipliedBy(2)));
    var folders = new ModelFolders(own.resolve("base"), own.resolve("models"));
    var courier = new DatabaseCourier(folders, new JdbcModelFiles(database));
    ModelHistory history = new JdbcModelHistory(database, company.membership());
    var faculty =
        new Faculty(
            new Bytes(folders, all),
            model -> Reports.RECITAL,
            new Desk(folders, courier, own.resolve(SERVING)),
            courier);
    var follower = new Follower(history, faculty);
    follower.follow();
    var school =
        new VillageSchool(
            new VillageSchool.Records(new JdbcPoemStore(database), Map::of, history),
            faculty,
            new VillageSchool.Rules(
                new Curriculum.Rules(0, new Cap(1, 0), new Cap(1, 0), 1),
                new Gate(new Gate.Bounds(1, 1, 1, 1)),
                2),
            Executors.newSingleThreadExecutor(),
            clock);
    company.follow(follower);
    Telegram.start(
        new TelegramSettings(
            new BotToken(FakeTelegram.TOKEN),
            URI.create(arguments[1]),
            Staff.owners(Set.of(1L)),
            Optional.empty(),
            new TelegramSettings.Pace(10_000, 10_000, 60_000, 9_000)),
        new Router(List.of(new Echo())),
        clock,
        new SharedMemory(
            new JdbcUpdates(database, company.membership(), Memory.MOST_TRIES),
            new JdbcDialogues(database)),
        () -> company.membership().holds(Duty.TELEGRAM));
    Executors.newSingleThreadScheduledExecutor()
        .scheduleWithFixedDelay(() -> train(school, all), 0, 300, TimeUnit.MILLISECONDS);
  }

  private static void train(VillageSchool school, Path all) {
    if (Files.notExists(all.resolve(QUIET))) {
      school.retrain(Cause.ASKED, progress -> {}).join();
    }
  }

  private static final class Echo implements Command {
    @Override
    public Description description() {
      return Description.open("poem", Option.text("seed", true, 99));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      int millis = Math.floorMod(given.text("seed").hashCode(), 40);
      return CompletableFuture.runAsync(
          () -> replies.say(Reply.open("echo " + given.text("seed"))),
          CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }
  }

  /** Whether a model's folder has what was written by {@link Bytes}. */
  private static boolean isWhole(Path folder, String model) throws IOException {
    return Files.exists(folder.resolve("manifest.json"))
        && Arrays.equals(Files.readAllBytes(folder.resolve("weights.bin")), weights(model));
  }

  private static byte[] weights(String model) {
    byte[] weights = new byte[WEIGHTS];
    new Random(model.hashCode()).nextBytes(weights);
    return weights;
  }

  /** Takes a second and a half for a model, and notes if another process does so meanwhile. */
  private record Bytes(ModelFolders folders, Path all) implements Tutor {
    @Override
    public Judgement teach(
        String name, Curriculum curriculum, Consumer<TrainingProgress> progress) {
      // The system lets go of the lock with the process, however that ends.
      try (FileChannel file =
              FileChannel.open(
                  all.resolve("teaching"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = file.tryLock()) {
        if (lock == null) {
          note(name);
        }
        for (int i = 1; i <= 15; i++) {
          LockSupport.parkNanos(100_000_000);
          progress.accept(new TrainingProgress(1, 1, i / 15.0, 1, 1, Duration.ZERO));
        }
        Path folder = Files.createDirectories(folders.of(name));
        Files.write(folder.resolve("weights.bin"), weights(name));
        Files.writeString(folder.resolve("manifest.json"), "{}");
        return Reports.judgement(100, 90);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void note(String name) throws IOException {
      Files.writeString(
          all.resolve(OVERLAPS),
          name + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }

    @Override
    public double perplexity(String model, List<String> texts) {
      return 90;
    }

    @Override
    public List<String> kept() {
      if (!Files.isDirectory(folders.taught())) {
        return List.of();
      }
      try (Stream<Path> inside = Files.list(folders.taught())) {
        return inside
            .map(model -> model.getFileName().toString())
            .filter(name -> !ModelFolders.isUnfinished(name))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void discard(String name) {
      try {
        Folders.remove(folders.of(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String base() {
      return folders.baseName();
    }
  }

  /** Tells in a file which model is on it. */
  private static final class Desk implements Stage {
    private final ModelFolders folders;
    private final DatabaseCourier courier;
    private final Path told;
    private volatile String model;

    Desk(ModelFolders folders, DatabaseCourier courier, Path told) throws IOException {
      this.folders = folders;
      this.courier = courier;
      this.told = told;
      Files.createDirectories(folders.taught());
      model = folders.baseName();
      tell();
    }

    private void tell() {
      try {
        Path part = told.resolveSibling(SERVING + ".part");
        Files.writeString(part, model);
        Files.move(part, told, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Runnable ready(String name) {
      try {
        Path folder = folders.of(name);
        if (!name.equals(folders.baseName()) && Files.notExists(folder) && !courier.fetch(name)) {
          throw new IllegalStateException("there is no model " + name);
        }
        if (!name.equals(folders.baseName()) && !isWhole(folder, name)) {
          throw new IllegalStateException("the model " + name + " is damaged");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return () -> {
        model = name;
        tell();
      };
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
}
