import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import rhapsode.testing.discord.FakeDiscord;
import rhapsode.testing.discord.Place;
import rhapsode.testing.discord.User;
import rhapsode.testing.telegram.FakeTelegram;

/**
 * People who keep a bot busy, so that its dashboard has something to show: an owner at the console,
 * who gives poems, trains and reviews, and some on a Discord and a Telegram of our own, who come in
 * waves. Run from source, with the tests on the class path: {@code java Crowd.java MINUTES POEMS
 * BOT...}. POEMS is a page of poems such as docs/poems.md; BOT is the command that starts the bot,
 * which ends with this program. After the minutes the owner is done; the others go on.
 */
public final class Crowd {
  private static final Pattern POEM =
      Pattern.compile("\\*\\*\\w+, \\w+\\*\\*\n\n((?: {4}.*\n|\n)+)");
  private static final List<String> SEEDS =
      List.of("moon", "rain", "the sea", "old friends", "winter", "a lamp", "roses", "my mother");
  private static final List<String> FORMS =
      List.of("quatrain", "quatrain", "couplets", "haiku", "limerick", "ballad", "sonnet", "free");
  private static final List<String> QUESTIONS =
      List.of("forms", "help", "poems top", "poems random", "poems mine", "privacy", "retrain");
  private static final int PEOPLE = 12;
  private static final int TO_LEARN_FROM = 30;

  /** The share of the time after which the owner has given all poems, and trains. */
  private static final double LEARNING_FROM = 0.2;

  private final Random random = new Random(1);
  private final FakeDiscord discord = new FakeDiscord();
  private final Place server = discord.server();
  private final FakeTelegram telegram = new FakeTelegram();
  private final double seconds;
  private final List<String> poems;
  private final PrintWriter console;
  private final long start;

  private Crowd(double seconds, List<String> poems, ProcessBuilder bot) throws IOException {
    this.seconds = seconds;
    this.poems = poems;
    bot.environment()
        .putAll(
            Map.of(
                "RHAPSODE_DISCORD_TOKEN", discord.token(),
                "RHAPSODE_DISCORD_API_URL", discord.apiUrl(),
                "RHAPSODE_DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                "RHAPSODE_TELEGRAM_TOKEN", FakeTelegram.TOKEN,
                "RHAPSODE_TELEGRAM_API_URL", telegram.apiUrl().toString()));
    Process process = bot.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    console = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    while (discord.commands("global").isEmpty()) {
      pause(0.5); // Until it has started.
    }
    start = System.nanoTime();
  }

  public static void main(String[] args) throws IOException {
    double minutes = Double.parseDouble(args[0]);
    List<String> bot = List.of(args).subList(2, args.length);
    var crowd = new Crowd(60 * minutes, poems(Path.of(args[1])), new ProcessBuilder(bot));
    new Thread(crowd::own, "owner").start();
    crowd.talk();
  }

  private static void end(Process bot) {
    bot.destroy();
    bot.onExit().join();
  }

  /** Poems as what {@code /poems submit} is told of them, on one line each. */
  private static List<String> poems(Path page) throws IOException {
    return POEM.matcher(Files.readString(page))
        .results()
        .map(poem -> line(poem.group(1)) + " train:yes display:yes attribution:no")
        .toList();
  }

  private static String line(String stanzas) {
    String words = stanzas.strip().replaceAll("[\":]", "");
    return words.replaceAll("\n\n +", " // ").replaceAll("\n +", " / ");
  }

  private void own() {
    for (int i = 0; i < TO_LEARN_FROM; i++) {
      console.println("/poems submit " + poems.get(i));
      sleepUntil(LEARNING_FROM * (i + 1) / TO_LEARN_FROM);
    }
    console.println("/retrain");
    for (int number = TO_LEARN_FROM + 1; number <= poems.size(); number++) {
      sleepUntil(0.6 + 0.04 * (number - TO_LEARN_FROM));
      console.println("/review number:" + number + " verdict:approve");
      console.println("/status");
    }
  }

  /** More and fewer people ask, in three waves. */
  private void talk() {
    int given = TO_LEARN_FROM;
    while (true) {
      double perSecond = 0.05 + 0.25 * Math.pow(Math.sin(3 * Math.PI * done()), 2);
      pause(-Math.log(1 - random.nextDouble()) / perSecond);
      int person = 1 + random.nextInt(PEOPLE);
      double dice = random.nextDouble();
      if (dice < 0.65) {
        says(person, "poem", Map.of("seed", any(SEEDS), "form", any(FORMS)));
      } else if (dice < 0.75 && given < poems.size() && done() > LEARNING_FROM) {
        telegram.user(person).says("/poems submit " + poems.get(given++));
      } else if (dice < 0.78) {
        // Somebody is impatient, and told to wait.
        for (int i = 0; i < 5; i++) {
          says(person, "poem", Map.of("seed", any(SEEDS)));
        }
      } else {
        says(person, any(QUESTIONS), Map.of());
      }
    }
  }

  /** The odd ones are on Discord. */
  private void says(int person, String command, Map<String, String> options) {
    if (person % 2 == 1) {
      discord.slash(
          new User(person, "Person " + person, "en-US", List.of()), server, command, options);
    } else {
      var text = new StringBuilder("/" + command);
      options.forEach((name, value) -> text.append(" %s:\"%s\"".formatted(name, value)));
      telegram.user(person).says(text.toString());
    }
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private double done() {
    return (System.nanoTime() - start) / 1e9 / seconds;
  }

  private void sleepUntil(double share) {
    pause((share - done()) * seconds);
  }

  private static void pause(double seconds) {
    try {
      Thread.sleep(Math.max(0, (long) (1000 * seconds)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
