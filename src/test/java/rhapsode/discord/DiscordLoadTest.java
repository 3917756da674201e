package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.User;

/**
 * Many at once, and many while the gateway drops. The figures of the documentation come from {@code
 * -Drhapsode.discord.interactions=2000}; by default there are fewer.
 */
class DiscordLoadTest {
  private static final int INTERACTIONS = Integer.getInteger("rhapsode.discord.interactions", 300);
  private static final int DROPS = 10;
  private static final int PEOPLE = 50;
  private static final double ACKNOWLEDGED_MILLIS = 500;

  private final DiscordBot bot = new DiscordBot(List.of(new TestCommands.Say()));

  @BeforeEach
  void connect() {
    bot.connect();
  }

  @AfterEach
  void end() {
    bot.end();
  }

  private Exchange say(User user, int number) {
    return bot.discord.slash(user, bot.server, "say", Map.of("text", "no. " + number + "."));
  }

  @Test
  void everyInteractionIsAnsweredExactlyOnceWhileTheGatewayDrops() {
    long begun = System.nanoTime();
    var exchanges = new ArrayList<Exchange>();
    int share = INTERACTIONS / DROPS;
    for (int drop = 0; drop < DROPS; drop++) {
      for (int i = 0; i < share; i++) {
        if (i == share / 2) {
          breakOff(drop);
        }
        exchanges.add(say(bot.gus, exchanges.size()));
      }
      bot.discord.awaitResumes(drop + 1);
      bot.discord.repeatLastEvent();
    }
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      exchange.message("no. " + i + ".");
      assertEquals(1, exchange.acknowledgements(), exchange::toString);
      assertEquals(1, exchange.now().size(), exchange::toString);
      assertEquals(0, exchange.now().get(0).edits());
    }
    System.out.printf(
        "%d interactions over %d drops: each answered once, in %.1f s%n",
        exchanges.size(), DROPS, (System.nanoTime() - begun) / 1e9);
    assertTrue(bot.discord.resumes() >= DROPS);
    assertEquals(1, bot.discord.identifies().size());
  }

  /** Without a word, with a code, or by op 7, in turn. */
  private void breakOff(int drop) {
    switch (drop % 3) {
      case 0 -> bot.discord.cut();
      case 1 -> bot.discord.close(1001);
      default -> bot.discord.askToReconnect();
    }
  }

  @Test
  void fiftyAtOnceAreAcknowledgedInTime() {
    say(bot.gus, 0).message("no. 0");
    List<User> people = IntStream.range(0, PEOPLE).mapToObj(i -> User.named("Person" + i)).toList();
    var millis = new ArrayList<Double>();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 4; round++) {
      List<Exchange> exchanges = people.stream().map(user -> say(user, 1)).toList();
      List<Double> took = exchanges.stream().map(Exchange::acknowledgedAfterMillis).toList();
      best = Math.min(best, Collections.max(took));
      millis.addAll(took);
      exchanges.forEach(exchange -> exchange.message("no. 1"));
    }
    millis.sort(null);
    double median = millis.get(millis.size() / 2);
    double p99 = millis.get((int) Math.ceil(0.99 * millis.size()) - 1);
    System.out.printf(
        "acknowledged after: median %.0f ms, p99 %.0f ms, longest %.0f ms%n",
        median, p99, millis.get(millis.size() - 1));
    // A machine that pauses for a moment spoils a round; a bot that is too slow, each of them.
    assertTrue(best < ACKNOWLEDGED_MILLIS, "the longest of the best round: " + best + " ms");
  }
}
