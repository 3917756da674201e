package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.chat.RateLimits;
import rhapsode.discord.ShardRange;
import rhapsode.monitoring.Address;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

class SettingsTest {
  @Test
  void theFileThatComesWithTheProgramHoldsTheDefaults() {
    assertEquals(
        Settings.of(YamlFile.parse("", "empty")), Settings.read(Path.of("config/rhapsode.yml")));
    assertEquals(
        Settings.of(YamlFile.parse("", "empty")), Settings.read(Path.of("no-such-file.yml")));
  }

  @Test
  void whatIsSetHolds() {
    Settings settings =
        Settings.of(
            YamlFile.parse("models: {base: my/model, threads: 3}\ndata: {folder: /var/x}", "s"));
    assertEquals(Optional.of(Path.of("my/model")), settings.models().base());
    assertEquals(3, settings.models().threads());
    assertEquals(Path.of("/var/x"), settings.data().folder());
    assertEquals(
        new RateLimits.Limits(2, 2, 30, 5),
        Settings.of(
                YamlFile.parse("manners: {poems-per-minute: 2, other-commands-per-minute: 5}", "s"))
            .manners());
  }

  @Test
  void oneProcessOfSeveralIsSet() {
    Settings settings =
        Settings.of(
            YamlFile.parse(
                "models: {shared: /mnt/models}\nprocess: {name: attic, silence: 6}\n"
                    + "discord: {shards: 4, shard-range: 2-3}",
                "s"));
    assertEquals(Path.of("/mnt/models"), settings.taught());
    assertEquals(new Settings.Member("attic", 6), settings.process());
    assertEquals(Optional.of(new ShardRange(2, 3)), settings.discord().shardRange());
    assertEquals(Path.of("data", "models"), Settings.of(YamlFile.parse("", "s")).taught());
  }

  @Test
  void aRangeThatIsNoPartOfTheShardsIsOneSentence() {
    for (String discord :
        List.of(
            "{shard-range: 0-1}",
            "{shards: 2, shard-range: 1-2}",
            "{shards: 4, shard-range: 2-1}",
            "{shards: 4, shard-range: all}")) {
      String told =
          assertThrows(
                  YamlException.class,
                  () -> Settings.of(YamlFile.parse("discord: " + discord, "s")))
              .getMessage();
      assertTrue(told.contains("'discord.shard-range' has to be a part of discord.shards"), told);
    }
  }

  @Test
  void whatIsTakenFromPeopleCanBeSet() {
    assertEquals(
        new Settings.Community(3, Optional.of(Path.of("my/words.txt")), true),
        Settings.of(
                YamlFile.parse(
                    "community: {submissions-per-day: 3, refused-words: my/words.txt,"
                        + " trust-skips-queue: true}",
                    "s"))
            .community());
  }

  @Test
  void monitoringIsOffUntilAPortIsSet() {
    assertEquals(Optional.empty(), Settings.of(YamlFile.parse("", "s")).monitoring());
    assertEquals(
        Optional.empty(),
        Settings.of(YamlFile.parse("monitoring: {host: 0.0.0.0, port: 0}", "s")).monitoring());
    assertEquals(
        Optional.of(new Address("127.0.0.1", 9464)),
        Settings.of(YamlFile.parse("monitoring: {port: 9464}", "s")).monitoring());
    assertEquals(
        "s.yml: the key 'monitoring.port' is '65536', but has to be a whole number from 0 to 65535.",
        fault("monitoring: {port: 65536}"));
  }

  @Test
  void aMalformedKeyStopsTheStartWithKeyValueAndRange() {
    assertEquals(
        "s.yml: the key 'learning.epochs' is '0', but has to be a whole number from 1 to 100.",
        fault("learning: {epochs: 0}"));
    assertEquals(
        "s.yml: the key 'data.fodler' is not known here; the keys are [folder].",
        fault("data: {fodler: x}"));
    assertEquals(
        "s.yml: the key 'databse' is not known here; the keys are [backups, community, data,"
            + " database, discord, learning, manners, models, monitoring, process, telegram].",
        fault("databse: {}"));
    assertEquals(
        "s.yml: the key 'learning' has to be a mapping of keys to values.", fault("learning: 3"));
    assertEquals(
        "s.yml: the key 'manners.poems-at-once' is '3', but has to be a whole number from 1 to 2.",
        fault("manners: {poems-per-minute: 2, poems-at-once: 3}"));
  }

  private static String fault(String yaml) {
    return assertThrows(YamlException.class, () -> Settings.of(YamlFile.parse(yaml, "s.yml")))
        .getMessage();
  }

  /** Found by fuzzing: they were exceptions of the JDK, or came to light when the bot connected. */
  @Test
  void whatIsNoFileAndNoAddressIsOneSentence() {
    assertEquals(
        "s.yml: the key 'data.folder' is ' ', but has to be the name of a file or a folder.",
        fault("data: {folder: \"\\0\"}"));
    assertEquals(
        "s.yml: the key 'database.password-file' is '(hidden)', but has to be the name of a file"
            + " or a folder.",
        fault("database: {password-file: \"\\0\"}"));
    assertEquals(
        "s.yml: the key 'backups.folder' is ' ', but has to be the name of a file or a folder.",
        fault("backups: {folder: \"\\0\"}"));
    assertEquals(
        "s.yml: the key 'telegram.api-url' has to be an http or https address, not"
            + " 'http://host:99999/'.",
        fault("telegram: {api-url: 'http://host:99999/'}"));
  }
}
