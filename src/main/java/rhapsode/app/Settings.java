package rhapsode.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import rhapsode.chat.RateLimits;
import rhapsode.network.NativeThreads;
import rhapsode.yaml.YamlFile;
import rhapsode.yaml.YamlSection;

/** What an operator can set; {@code config/rhapsode.yml} explains every key. */
record Settings(
    Models models,
    Data data,
    Learning learning,
    RateLimits.Limits manners,
    Community community,
    PlatformSettings.DiscordPart discord,
    PlatformSettings.TelegramPart telegram) {
  /**
   * The base model.
   *
   * @param base its folder; empty for the one in {@code models/}
   * @param threads threads that a network uses
   */
  record Models(Optional<Path> base, int threads) {}

  /** Where everything is kept. */
  record Data(Path folder) {}

  /** A training run in service. */
  record Learning(
      int epochs, double rate, int batch, double minutes, double heldOut, double tolerance) {}

  /**
   * What is taken from people.
   *
   * @param submissionsPerDay poems of one person in 24 hours; owners may give more
   * @param refusedWords the list of words that are refused; empty for the usual one
   */
  record Community(int submissionsPerDay, Optional<Path> refusedWords) {}

  /**
   * Reads a settings file; without one the defaults hold.
   *
   * @throws rhapsode.yaml.YamlException if a key is unknown, of the wrong type or out of its range
   */
  static Settings read(Path file) {
    return Files.exists(file) ? of(YamlFile.read(file)) : of(YamlFile.parse("", "settings"));
  }

  static Settings of(YamlSection file) {
    try (file) {
      return new Settings(
          models(section(file, "models")),
          data(section(file, "data")),
          learning(section(file, "learning")),
          manners(section(file, "manners")),
          community(section(file, "community")),
          PlatformSettings.discord(section(file, "discord")),
          PlatformSettings.telegram(section(file, "telegram")));
    }
  }

  private static YamlSection section(YamlSection file, String key) {
    return file.optionalSection(key).orElseGet(() -> YamlFile.parse("", key));
  }

  private static Models models(YamlSection models) {
    try (models) {
      String base = models.text("base", "");
      int threads = models.integer("threads", 0, 64, 0);
      return new Models(
          base.isEmpty() ? Optional.empty() : Optional.of(Path.of(base)),
          threads == 0 ? NativeThreads.usual() : threads);
    }
  }

  private static Data data(YamlSection data) {
    try (data) {
      return new Data(Path.of(data.text("folder", "data")));
    }
  }

  private static Learning learning(YamlSection learning) {
    try (learning) {
      return new Learning(
          learning.integer("epochs", 1, 100, 8),
          learning.decimal("rate", 1e-6, 0.1, 4e-4),
          learning.integer("batch", 1, 256, 8),
          learning.decimal("minutes", 0.1, 600, 10),
          learning.decimal("held-out", 0.02, 0.5, 0.1),
          learning.decimal("tolerance", 0, 1, 0.02));
    }
  }

  private static Community community(YamlSection community) {
    try (community) {
      String words = community.text("refused-words", "");
      return new Community(
          community.integer("submissions-per-day", 1, 10_000, 20),
          words.isEmpty() ? Optional.empty() : Optional.of(Path.of(words)));
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
