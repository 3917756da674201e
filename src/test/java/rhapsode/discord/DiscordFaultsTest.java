package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.Message;

/** What goes wrong between the bot and Discord, and that people hardly notice. */
class DiscordFaultsTest {
  private final TestCommands.Slow slow = new TestCommands.Slow();
  private final DiscordBot bot = new DiscordBot(List.of(new TestCommands.Say(), slow));

  @AfterEach
  void end() {
    slow.finish();
    bot.end();
  }

  private Exchange say(String text) {
    return bot.discord.slash(bot.gus, bot.server, "say", Map.of("text", text));
  }

  private void answersOnce(Exchange exchange, String text) {
    exchange.message(text);
    assertEquals(1, exchange.acknowledgements());
    assertEquals(1, exchange.now().size());
  }

  @Test
  void aLimitIsWaitedOut() {
    bot.connect();
    bot.discord.faults().answer("PATCH /webhooks/.*", 429, 1);
    answersOnce(say("moon"), "moon");
  }

  @Test
  void aBadGatewayIsTriedAgain() {
    bot.connect();
    bot.discord.faults().answer("POST /interactions/.*", 502, 2);
    bot.discord.faults().answer("PATCH /webhooks/.*", 503, 2);
    answersOnce(say("moon"), "moon");
  }

  @Test
  void anAnswerOutlivesBrokenConnections() {
    bot.connect();
    bot.discord.faults().drop("PATCH /webhooks/.*", 4);
    answersOnce(say("moon"), "moon");
  }

  @Test
  void anAnswerThatOutlivesItsTokenGoesToTheChannel() {
    bot.connect();
    bot.discord.faults().drop("PATCH /webhooks/.*", 1_000);
    say("moon");
    bot.discord.awaitRequests("PATCH /webhooks/.*", 1);
    bot.clock.tick(Duration.ofMinutes(16));
    bot.discord.posted("moon");
  }

  @Test
  void anErrorIsNotRepeatedAndOthersAreAnswered() {
    bot.connect();
    bot.discord.faults().answer("POST /interactions/.*", 500, 1);
    Exchange lost = say("lost");
    bot.discord.awaitRequests("POST /interactions/.*", 1);
    answersOnce(say("moon"), "moon");
    assertEquals(0, lost.acknowledgements());
  }

  @Test
  void brokenConnectionsAreResumedWithoutLoss() {
    bot.connect();
    answersOnce(say("before"), "before");
    bot.discord.cut();
    Exchange meanwhile = say("meanwhile");
    bot.discord.awaitResumes(1);
    answersOnce(meanwhile, "meanwhile");
    bot.discord.askToReconnect();
    bot.discord.awaitResumes(2);
    answersOnce(say("asked"), "asked");
    bot.discord.close(1001);
    bot.discord.awaitResumes(3);
    answersOnce(say("closed"), "closed");
    assertEquals(1, bot.discord.identifies().size());
  }

  @Test
  void aSessionThatIsNoMoreIsBegunAnew() {
    bot.connect();
    bot.discord.invalidate();
    bot.discord.awaitReady(2);
    answersOnce(say("again"), "again");
  }

  @Test
  void whatIsDeliveredTwiceIsAnsweredOnce() {
    bot.connect();
    Exchange once = say("once");
    bot.discord.repeatLastEvent();
    answersOnce(once, "once");
    answersOnce(say("after"), "after");
    assertEquals(1, once.acknowledgements());
  }

  @Test
  void aWrongTokenIsOneSentence() {
    DiscordSettings settings = bot.settings();
    bot.start(
        new DiscordSettings(
            new Token("wrong"),
            settings.apiUrl(),
            settings.gatewayUrl(),
            0,
            Staff.owners(Set.of()),
            ""));
    DiscordBot.await(() -> bot.bot().health().sentence().contains("refuses the token"));
    assertFalse(bot.bot().health().well());
  }

  @Test
  void aTokenThatIsRevokedLaterIsOneSentence() {
    bot.connect();
    bot.discord.close(4004);
    DiscordBot.await(() -> bot.bot().health().sentence().contains("refuses the token"));
  }

  @Test
  void aDiscordThatIsDownIsTriedAgain() {
    bot.discord.faults().answer("GET /users/@me", 500, 2);
    Discord started = bot.start(bot.settings());
    assertFalse(started.health().well());
    bot.discord.awaitReady(1);
    bot.discord.awaitCommands("global");
    DiscordBot.await(() -> started.health().well());
    answersOnce(say("up"), "up");
  }

  @Test
  void poemsUnderWayAreFinishedBeforeTheEnd() {
    bot.connect();
    Exchange poem = bot.discord.slash(bot.gus, bot.server, "slow", Map.of());
    slow.awaitBegun();
    CompletableFuture<Void> end = CompletableFuture.runAsync(bot.bot()::close);
    DiscordBot.await(
        () ->
            say("late")
                .acknowledgement()
                .path("data")
                .path("content")
                .asText()
                .contains("restart"));
    assertFalse(end.isDone());
    slow.finish();
    end.join();
    assertTrue(poem.now().get(0).text().contains("At last"));
    assertFalse(bot.bot().health().well());
    assertTrue(bot.discord.commands("global").size() > 0);
    assertFalse(bot.discord.requests().stream().anyMatch(r -> r.startsWith("DELETE")));
  }

  /** Its acknowledgement is still on its way. */
  @Test
  void whoAsksAtTheVeryEndIsAnsweredToo() {
    bot.connect();
    bot.discord.faults().delay("POST /interactions/.*", 300, 1);
    Exchange last = bot.discord.slash(bot.gus, bot.server, "slow", Map.of());
    bot.discord.awaitRequests("POST /interactions/.*", 1);
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(slow::finish);
    bot.bot().close();
    assertEquals(List.of("At last."), last.now().stream().map(Message::text).toList());
  }

  @Test
  void aSlowCallbackIsNotSentTwice() {
    bot.connect();
    bot.discord.faults().delay("POST /interactions/.*", Duration.ofMillis(1500).toMillis(), 1);
    answersOnce(say("slow"), "slow");
    assertEquals(
        1,
        bot.discord.requests().stream().filter(r -> r.startsWith("POST /interactions/")).count());
  }

  @Test
  void commandsAreRegisteredOnlyWhenTheyDiffer() {
    bot.connect();
    bot.restart(1);
    bot.discord.awaitRequests("GET /applications/.*/commands", 2);
    answersOnce(say("moon"), "moon");
    long puts = bot.discord.requests().stream().filter(r -> r.matches("PUT .*/commands")).count();
    assertEquals(1, puts);
  }

  @Test
  void whileItIsTriedOutCommandsAreInOneServer() {
    DiscordSettings s = bot.settings();
    String guild = String.valueOf(bot.server.guild());
    bot.start(
        new DiscordSettings(
            s.token(), s.apiUrl(), s.gatewayUrl(), 0, Staff.owners(Set.of()), guild));
    bot.discord.awaitCommands(guild);
    answersOnce(say("moon"), "moon");
    assertEquals(0, bot.discord.commands("global").size());
  }

  @Test
  void thereAreAsManyShardsAsDiscordAsksForOrAsAreSet() {
    bot.discord.shards(2);
    bot.start(bot.settings());
    bot.discord.awaitReady(2);
    DiscordBot.await(() -> bot.bot().health().sentence().contains("shards: 2."));
    bot.bot().close();
    DiscordSettings s = bot.settings();
    bot.start(new DiscordSettings(s.token(), s.apiUrl(), "", 1, Staff.owners(Set.of()), ""));
    bot.discord.awaitReady(3);
    assertEquals("[0,1]", bot.discord.identifies().get(2).path("shard").toString());
  }
}
