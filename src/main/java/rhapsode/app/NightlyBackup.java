package rhapsode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.store.Backup;
import rhapsode.store.Database;

/**
 * Writes backups by itself, and lets the oldest go once a new one is whole. To be rung about once a
 * minute, by one thread.
 */
final class NightlyBackup {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);

  /** Nothing else in the folder is ever removed. */
  private static final Pattern OURS =
      Pattern.compile("rhapsode-\\d{4}-\\d\\d-\\d\\dT[\\d-]+Z\\.zip");

  private final Database database;
  private final Settings.Backups rules;
  private final Function<String, Path> models;
  private final InstantSource clock;
  private Instant last;

  /**
   * Backups of a database that is open here.
   *
   * @param models finds the folder of a model that was taught
   */
  NightlyBackup(
      Database database,
      Settings.Backups rules,
      Function<String, Path> models,
      InstantSource clock) {
    this.database = database;
    this.rules = rules;
    this.models = models;
    this.clock = clock;
    last = clock.instant();
  }

  /** Looks at the clock. Never throws. */
  void ring() {
    Instant now = clock.instant();
    boolean due =
        now.isAfter(last) && rules.timetable().filter(t -> t.isDue(last, now)).isPresent();
    last = now;
    if (due) {
      try {
        write(now);
      } catch (RuntimeException | IOException e) {
        LOG.error("There is no backup of this night: {}", Faults.sentence(e), e);
      }
    }
  }

  private void write(Instant now) throws IOException {
    Files.createDirectories(rules.folder());
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "-");
    Path file = rules.folder().resolve("rhapsode-" + time + ".zip");
    Backup written = Backup.of(database, file, models, now);
    LOG.info("Backup: {}", BackupCommand.sentence(written, file));
    List<Path> newest = written(rules.folder());
    for (Path old : newest.subList(Math.min(rules.kept(), newest.size()), newest.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** Those that were written here, the newest first. */
  static List<Path> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> OURS.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.<Path>naturalOrder().reversed())
          .toList();
    }
  }
}
