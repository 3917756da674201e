package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.store.TestDatabase;
import rhapsode.testing.Cable;
import rhapsode.testing.Conversation;
import rhapsode.yaml.YamlFile;

/**
 * A bot whose PostgreSQL is gone for a while. {@code -Drhapsode.outage.seconds=60} leaves it gone
 * for so long; by default one of each command is tried.
 */
@Timeout(300)
class DatabaseOutageTest {
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("rhapsode.outage.seconds", 0));
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);

  /** So long nobody waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private Wiring bot(String url) throws IOException {
    Settings settings =
        Settings.of(
            YamlFile.parse(
                """
                models: {base: '%s'}
                data: {folder: '%s'}
                database: {url: '%s'}
                manners: {other-commands-per-minute: 600, poems-per-minute: 600}
                """
                    .formatted(SmallBase.in(folder), folder.resolve("data"), url),
                "outage.yml"));
    return new Wiring(settings, settings.database(Map.of()), InstantSource.system());
  }

  private static String told(Conversation chat, String command, String... options) {
    int before = chat.transcript().length();
    long start = System.nanoTime();
    chat.says(OLGA, command, options).join();
    var time = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(time.compareTo(PATIENCE) < 0, command + " took " + time);
    return chat.transcript().substring(before);
  }

  private static String submit(Conversation chat, String line) {
    return told(
        chat,
        "poems submit",
        "text:" + line + "\nand so it goes on",
        "train:yes",
        "display:yes",
        "attribution:yes");
  }

  /** The pool tries to connect every few seconds. */
  private static String soon(Conversation chat, String command) {
    long end = System.nanoTime() + COMES_BACK_WITHIN.toNanos();
    String said = told(chat, command);
    while (said.contains("it is not your fault") && System.nanoTime() < end) {
      said = told(chat, command);
    }
    return said;
  }

  private static void has(String said, String part) {
    assertTrue(said.contains(part), "no '" + part + "' in: " + said);
  }

  private static void aBusyChatDoesNotQueueUp(Conversation chat) {
    long start = System.nanoTime();
    for (int i = 0; i < 30; i++) {
      has(told(chat, "poems mine"), "it is not your fault; please try again in a while");
    }
    var time = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(time.compareTo(PATIENCE) < 0, "30 commands took " + time);
  }

  @Test
  void poemsAreWrittenAllElseSaysSoAndAllComesBackByItself() throws IOException {
    String url = TestDatabase.POSTGRES.newUrl();
    String port = url.replaceFirst(".*:(\\d+)/.*", "$1");
    try (var cable = new Cable(Integer.parseInt(port));
        Wiring bot = bot(url.replace(":" + port + "/", ":" + cable.port() + "/"))) {
      var chat = new Conversation(bot.router());
      has(submit(chat, "the ferry hums across the bay"), "is safely stored");
      cable.cut();
      long end = System.nanoTime() + OUTAGE.toNanos();
      do {
        has(told(chat, "poem", "seed:moon"), "-- quatrain by base");
        has(
            submit(chat, "a lamp is lit at end of day"),
            "it is not your fault; please try again in a while");
        has(told(chat, "poems mine"), "it is not your fault; please try again in a while");
      } while (System.nanoTime() < end);
      aBusyChatDoesNotQueueUp(chat);
      cable.mend();
      has(soon(chat, "poems mine"), "the ferry hums across the bay");
      has(submit(chat, "a lamp is lit at end of day"), "is safely stored");
      has(told(chat, "poem", "seed:moon"), "-- quatrain by base");
    }
  }
}
