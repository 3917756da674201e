package rhapsode.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import rhapsode.chat.RateLimits;
import rhapsode.learning.Bell;
import rhapsode.learning.Cap;
import rhapsode.learning.Curriculum;
import rhapsode.learning.Gate;
import rhapsode.learning.Timetable;
import rhapsode.monitoring.Address;
import rhapsode.network.NativeThreads;
import rhapsode.store.DatabaseAddress;
import rhapsode.yaml.YamlFile;
import rhapsode.yaml.YamlSection;

/** What an operator can set; {@code config/rhapsode.yml} explains every key. */
record Settings(
    Models models,
    Data data,
    DatabaseSettings database,
    Member process,
    Backups backups,
    Learning learning,
    RateLimits.Limits manners,
    Community community,
    PlatformSettings.DiscordPart discord,
    PlatformSettings.TelegramPart telegram,
    Optional<Address> monitoring) {
  private static final int LONGEST_NAME = 40;

  /** So many poems are always read, whatever share of a small run they are. */
  private static final int POEMS_OF_ONE_AUTHOR = 50;

  private static final int POEMS_OF_ONE_COMMUNITY = 200;

  /**
   * The base model.
   *
   * @param base its folder; empty for the one in {@code models/}
   * @param threads threads that a network uses
   * @param shared the folder of taught models that all processes see; empty for one in the data
   *     folder
   */
  record Models(Optional<Path> base, int threads, Optional<Path> shared) {}

  /**
   * This process among those that share a database.
   *
   * @param name what people are told that a training runs on; empty for its number
   * @param silence seconds without a sign of life after which others take it for dead
   */
  record Member(String name, int silence) {}

  /** Where everything is kept. */
  record Data(Path folder) {}

  /**
   * Backups that are written by themselves.
   *
   * @param folder where they are
   * @param timetable when; empty for never
   * @param kept how many stay, the newest ones
   */
  record Backups(Path folder, Optional<Timetable> timetable, int kept) {}

  /**
   * A training run in service.
   *
   * @param tuning how the network learns
   * @param lessons which poems teach, and which judge
   * @param gate what a new model has to pass
   * @param kept how many retired models stay, so that they can come back
   * @param times when trainings begin by themselves
   */
  record Learning(Tuning tuning, Curriculum.Rules lessons, Gate gate, int kept, Bell.Times times) {}

  /**
   * How the network learns.
   *
   * @param rehearsal words of base text that a pass reads along with the community's, at most
   * @param replay a corpus to take base text from; empty for what the base model writes itself
   * @param forgetting by how much, as a share, perplexity on base text may rise
   */
  record Tuning(
      int epochs,
      double rate,
      int batch,
      double minutes,
      int rehearsal,
      Optional<Path> replay,
      double forgetting) {}

  /**
   * What is taken from people.
   *
   * @param submissionsPerDay poems of one person in 24 hours; owners may give more
   * @param refusedWords the list of words that are refused; empty for the usual one
   */
  record Community(int submissionsPerDay, Optional<Path> refusedWords, boolean trustSkipsQueue) {}

  /** The folder of the models that were taught. */
  Path taught() {
    return models.shared().orElse(data.folder().resolve("models"));
  }

  /**
   * The database, with what the environment says of it.
   *
   * @throws rhapsode.yaml.YamlException if there can be none of this kind
   */
  DatabaseAddress database(Map<String, String> environment) {
    return database.address(data.folder(), environment);
  }

  /**
   * Reads a settings file; without one the defaults hold.
   *
   * @throws rhapsode.yaml.YamlException if a key is unknown, of the wrong type or out of its range
   */
  static Settings read(Path file) {
    return read(file, Map.of());
  }

  /** The same, with what the environment sets over it ({@link SettingsVariables}). */
  static Settings read(Path file, Map<String, String> environment) {
    YamlSection read = Files.exists(file) ? YamlFile.read(file) : YamlFile.parse("", "settings");
    return of(SettingsVariables.over(read, file.toString(), environment));
  }

  static Settings of(YamlSection file) {
    try (file) {
      return new Settings(
          models(section(file, "models")),
          data(section(file, "data")),
          DatabaseSettings.of(section(file, "database")),
          process(section(file, "process")),
          backups(section(file, "backups")),
          learning(section(file, "learning")),
          manners(section(file, "manners")),
          community(section(file, "community")),
          PlatformSettings.discord(section(file, "discord")),
          PlatformSettings.telegram(section(file, "telegram")),
          monitoring(section(file, "monitoring")));
    }
  }

  private static YamlSection section(YamlSection file, String key) {
    return file.optionalSection(key).orElseGet(() -> YamlFile.parse("", key));
  }

  private static Models models(YamlSection models) {
    try (models) {
      Optional<Path> base = models.optionalPath("base");
      int threads = models.integer("threads", 0, 64, 0);
      return new Models(
          base, threads == 0 ? NativeThreads.usual() : threads, models.optionalPath("shared"));
    }
  }

  private static Member process(YamlSection process) {
    try (process) {
      String name = process.text("name", "").strip();
      if (name.length() > LONGEST_NAME) {
        throw process.wrong("name", "has at most %d characters".formatted(LONGEST_NAME));
      }
      return new Member(name, process.integer("silence", 6, 600, 10));
    }
  }

  private static Data data(YamlSection data) {
    try (data) {
      return new Data(data.optionalPath("folder").orElse(Path.of("data")));
    }
  }

  private static Backups backups(YamlSection backups) {
    try (backups) {
      return new Backups(
          backups.optionalPath("folder").orElse(Path.of("data/backups")),
          timetable(backups),
          backups.integer("keep", 1, 1000, 14));
    }
  }

  private static Learning learning(YamlSection learning) {
    try (learning) {
      double forgetting = learning.decimal("forgetting", 0, 1, 0.03);
      return new Learning(
          new Tuning(
              learning.integer("epochs", 1, 100, 4),
              learning.decimal("rate", 1e-6, 0.1, 3e-4),
              learning.integer("batch", 1, 256, 16),
              learning.decimal("minutes", 0.1, 600, 10),
              learning.integer("rehearsal", 0, 1_000_000, 25_000),
              learning.optionalPath("replay"),
              forgetting),
          new Curriculum.Rules(
              learning.decimal("held-out", 0.02, 0.5, 0.1),
              new Cap(learning.decimal("author-share", 0.01, 1, 0.25), POEMS_OF_ONE_AUTHOR),
              new Cap(learning.decimal("community-share", 0.01, 1, 0.5), POEMS_OF_ONE_COMMUNITY),
              learning.integer("liked", 1, 1_000_000, 2)),
          new Gate(
              new Gate.Bounds(
                  learning.decimal("tolerance", 0, 1, 0.02),
                  forgetting,
                  learning.decimal("form-tolerance", 0, 1, 0.1),
                  learning.decimal("repetition-tolerance", 0, 1, 0.05))),
          learning.integer("keep", 0, 100, 5),
          new Bell.Times(timetable(learning), learning.integer("after-poems", 0, 1_000_000, 0)));
    }
  }

  private static Optional<Timetable> timetable(YamlSection section) {
    String cron = section.text("schedule", "");
    try {
      return cron.isEmpty()
          ? Optional.empty()
          : Optional.of(Timetable.of(cron, ZoneId.systemDefault()));
    } catch (IllegalArgumentException e) {
      throw section.wrong(
          "schedule",
          "has to be minute, hour, day of the month, month and day of the week, such as '0 4 * * *',"
              + " not '"
              + YamlSection.shortened(cron)
              + "'");
    }
  }

  private static Community community(YamlSection community) {
    try (community) {
      return new Community(
          community.integer("submissions-per-day", 1, 10_000, 20),
          community.optionalPath("refused-words"),
          community.flag("trust-skips-queue", false));
    }
  }

  /** Nobody listens where nobody asked for it. */
  private static Optional<Address> monitoring(YamlSection monitoring) {
    try (monitoring) {
      var address =
          new Address(
              monitoring.text("host", Address.LOOPBACK),
              monitoring.integer("port", 0, Address.HIGHEST_PORT, 0));
      return address.port() == 0 ? Optional.empty() : Optional.of(address);
    }
  }

  private static RateLimits.Limits manners(YamlSection manners) {
    try (manners) {
      int poems = manners.integer("poems-per-minute", 1, 600, 6);
      return new RateLimits.Limits(
          poems,
          manners.integer("poems-at-once", 1, poems, Math.min(3, poems)),
          manners.integer("poems-per-minute-in-a-community", 1, 6000, 30),
          manners.integer("other-commands-per-minute", 1, 600, 20));
    }
  }
}
