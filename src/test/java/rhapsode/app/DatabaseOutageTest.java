package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.store.TestDatabase;
import rhapsode.testing.Cable;
import rhapsode.testing.Conversation;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.Fault;
import rhapsode.yaml.YamlFile;

/**
 * A bot whose PostgreSQL is gone for a while, also while Telegram asks it to slow down. {@code
 * -Drhapsode.outage.seconds=60} leaves it gone for so long; by default one of each command is
 * tried.
 */
@Timeout(600)
class DatabaseOutageTest {
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("rhapsode.outage.seconds", 0));
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);

  /** So long nobody waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final FakeTelegram telegram = new FakeTelegram();

  @AfterEach
  void closeTelegram() {
    telegram.close();
  }

  private Settings settings(String url) throws IOException {
    return Settings.of(
        YamlFile.parse(
            """
                models: {base: '%s'}
                data: {folder: '%s'}
                database: {url: '%s'}
                manners: {other-commands-per-minute: 600, poems-per-minute: 600}
                telegram: {api-url: '%s'}
                # Were there others, it would leave fetching to them within 4 s.
                process: {silence: 6}
                """
                .formatted(SmallBase.in(folder), folder.resolve("data"), url, telegram.apiUrl()),
            "outage.yml"));
  }

  private static Wiring bot(Settings settings) throws IOException {
    return new Wiring(settings, settings.database(Map.of()), InstantSource.system());
  }

  private static Cable cable(String url) {
    return new Cable(Integer.parseInt(port(url)));
  }

  private static String through(Cable cable, String url) {
    return url.replace(":" + port(url) + "/", ":" + cable.port() + "/");
  }

  private static String port(String url) {
    return url.replaceFirst(".*:(\\d+)/.*", "$1");
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
    try (var cable = cable(url);
        Wiring bot = bot(settings(through(cable, url)))) {
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

  /** Telegram refuses the next messages. */
  private void storm() {
    telegram.fails(
        "sendMessage",
        IntStream.range(0, 12)
            .mapToObj(i -> i % 3 == 2 ? Fault.status(502) : Fault.tooMany(1))
            .toArray(Fault[]::new));
  }

  /** Twelve people say something, and each is told once. */
  private void allAreTold(String part, String said) {
    List<Long> people = LongStream.rangeClosed(1, 12).boxed().toList();
    Map<Long, Long> before =
        people.stream().collect(Collectors.toMap(id -> id, id -> count(id, part)));
    people.forEach(id -> telegram.user(id).says(said));
    telegram.await(
        "all are told " + part,
        Duration.ofSeconds(60),
        () -> people.stream().allMatch(id -> count(id, part) > before.get(id)));
    people.forEach(
        id ->
            assertEquals(
                before.get(id) + 1, count(id, part), () -> telegram.messages(id).toString()));
  }

  private long count(long chat, String part) {
    return telegram.messages(chat).stream().filter(said -> said.text().contains(part)).count();
  }

  @Test
  void telegramRefusesWhatIsSaidWhileTheDatabaseIsGone() throws IOException {
    String url = TestDatabase.POSTGRES.newUrl();
    try (var cable = cable(url)) {
      Settings settings = settings(through(cable, url));
      try (Wiring bot = bot(settings);
          Platforms platforms =
              Platforms.start(
                  settings,
                  Map.of(Platforms.TELEGRAM_TOKEN, FakeTelegram.TOKEN),
                  bot.router(),
                  bot.noticeboard(),
                  InstantSource.system(),
                  bot.sharing())) {
        telegram.await("updates are fetched", () -> telegram.polls() > 0);
        cable.cut();
        storm();
        allAreTold("quatrain by base", "/poem moon");
        storm();
        for (String said : List.of("/poems mine", "what is this", "/poems submit", "/cancel")) {
          allAreTold("it is not your fault; please try again in a while", said);
        }
        cable.mend();
        has(soon(new Conversation(bot.router()), "poems mine"), "given no poem yet");
        allAreTold("given no poem yet", "/poems mine");
        assertEquals(List.of(), telegram.violations());
        assertEquals(
            Map.of("telegram", true), platforms.connected(), platforms.health().toString());
      }
    }
  }
}
