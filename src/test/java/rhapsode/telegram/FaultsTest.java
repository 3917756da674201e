package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Arguments;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Picture;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.Call;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;
import rhapsode.testing.telegram.Fault;

/** Whatever may go wrong between the bot and Telegram; and never does a log hold the token. */
class FaultsTest {
  private static final long GROUP = -500;
  private static final long SUPERGROUP = -1_000_000_000_500L;

  private final CompletableFuture<Void> slow = new CompletableFuture<>();
  private final Router router = new Router(List.of(new Echo()));
  private final RunningBot bot = RunningBot.waiting(router);
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();

  /** Says things as it is told. */
  private final class Echo implements Command {
    @Override
    public Description description() {
      return Description.open("poem", Option.text("seed", true, 9_000));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      String text = given.text("seed");
      switch (text) {
        case "long" -> replies.say(Reply.open("a line & more\n".repeat(1_000)).footed("end"));
        case "picture" ->
            replies.say(Reply.open("caption").with(new Picture(new byte[3_000], "a moon")));
        case "slow" -> {
          return slow.thenRun(() -> replies.say(Reply.open("at last")));
        }
        case "buttons" ->
            replies.say(Reply.open("press").with(List.of(new Button("One", "poem", "1"))));
        case "training" -> {
          for (int i = 1; i <= 100; i++) {
            replies.progress(i / 100.0, "step " + i);
          }
          return slow;
        }
        default -> replies.say(Reply.open("echo " + text));
      }
      return Command.done();
    }
  }

  @BeforeEach
  void listenToEverything() {
    log.list = new CopyOnWriteArrayList<>(); // It is read while others log.
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
  }

  @AfterEach
  void noLogHoldsTheToken() {
    bot.close();
    root.setLevel(usual);
    root.detachAppender(log);
    assertFalse(written().contains(FakeTelegram.TOKEN), "the token is in the log");
    assertFalse(written().contains(FakeTelegram.TOKEN.split(":")[1]), "the token is in the log");
  }

  private String written() {
    return List.copyOf(log.list).stream()
        .map(
            e ->
                e.getFormattedMessage()
                    + (e.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(e.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }

  private void awaitEcho(String text) {
    gus.says("/poem " + text);
    telegram.awaitMessage(7, "echo " + text);
    assertEquals(
        1, telegram.messages(7).stream().filter(m -> m.text().equals("echo " + text)).count());
  }

  @Test
  void floodControlIsHonouredAndOrderKept() {
    telegram.fails("sendMessage", Fault.tooMany(1));
    bot.start();
    gus.says("/poem one");
    gus.says("/poem two");
    telegram.awaitMessage(7, "echo two");
    List<Call> sent = telegram.calls("sendMessage");
    assertEquals(
        List.of("echo one", "echo one", "echo two"),
        sent.stream().map(c -> c.text("text")).toList());
    assertTrue(
        sent.get(1).nanos() - sent.get(0).nanos() >= 1_000_000_000L, "a second was asked for");
  }

  @Test
  void troubleAndBrokenConnectionsAreTriedAgain() {
    telegram.fails(
        "sendMessage", Fault.status(502), Fault.dropped(), Fault.refused(500, "Internal"));
    bot.start();
    awaitEcho("through");
  }

  @Test
  void htmlThatIsNotTakenIsSentOnceMoreAsPlainText() {
    telegram.fails("sendMessage", Fault.cannotParse());
    bot.start();
    awaitEcho("plain < text");
    Call last = telegram.calls("sendMessage").get(1);
    assertFalse(last.parameters().has("parse_mode"));
    assertEquals("echo plain < text", last.text("text"));
  }

  @Test
  void aGroupThatHasMovedIsFollowed() {
    telegram.migrates(GROUP, SUPERGROUP);
    bot.start();
    gus.says("/poem here", GROUP);
    telegram.awaitMessage(SUPERGROUP, "echo here");
    gus.says("/poem again", GROUP);
    telegram.awaitMessage(SUPERGROUP, "echo again");
    assertEquals(3, telegram.calls("sendMessage").size(), "the second goes to the new id at once");
  }

  @Test
  void aGroupThatSaysItMovesIsFollowed() {
    bot.start();
    gus.seesMigration(GROUP, SUPERGROUP);
    gus.says("/poem here", GROUP);
    telegram.awaitMessage(SUPERGROUP, "echo here");
  }

  @Test
  void whatCannotBeSentIsGivenUpAndTheNextGoesOut() {
    telegram.fails("sendMessage", Fault.refused(403, "Forbidden: bot was blocked by the user"));
    bot.start();
    gus.says("/poem one");
    gus.says("/poem two");
    telegram.awaitMessage(7, "echo two");
    telegram.await("logged", () -> written().contains("given up: Forbidden: bot was blocked"));
  }

  @Test
  void anotherPollerShowsInHealthAndIsWaitedFor() {
    bot.start();
    bot.awaitState("connected");
    telegram.fails("getUpdates", Fault.conflict(), Fault.conflict());
    telegram.kill();
    telegram.await("409 is logged", () -> written().contains("another program fetches"));
    awaitEcho("after conflict");
    bot.awaitState("connected");
  }

  @Test
  void floodControlOfPollingIsHonoured() {
    telegram.fails("getUpdates", Fault.tooMany(1));
    bot.start();
    telegram.await("asked to slow down", () -> bot.bot().state().contains("slow down"));
    awaitEcho("later");
  }

  @Test
  void answersThatMakeNoSenseEndNothing() {
    telegram.fails(
        "getUpdates",
        Fault.malformed("{\"ok\":true,\"result\":[{\"update_id\":"),
        Fault.malformed("<html>"),
        Fault.status(500),
        Fault.dropped());
    bot.start();
    awaitEcho("sense");
  }

  /** The library's thread dies of this answer and says nothing. */
  @Test
  void aPollerThatEndedSilentlyIsBegunAgain() {
    telegram.fails("getUpdates", Fault.malformed("{\"ok\":true}"));
    bot.start();
    awaitEcho("alive");
    assertTrue(written().contains("had ended; it is begun again"));
  }

  @Test
  void updatesThatMakeNoSenseAreLeftOut() {
    ObjectNode odd = JsonNodeFactory.instance.objectNode();
    odd.putObject("message").put("message_id", 1);
    bot.start();
    telegram.sendRaw(odd.deepCopy().put("update_id", 1_001));
    telegram.sendRaw(JsonNodeFactory.instance.objectNode().put("update_id", 1_002));
    telegram.numbersFrom(1_010);
    awaitEcho("sense");
  }

  @Test
  void repeatedUpdatesAndLateOnesAreAnsweredOnce() {
    bot.start();
    ObjectNode update = gus.says("/poem once");
    telegram.awaitMessage(7, "echo once");
    int number = update.path("update_id").asInt();
    telegram.sendAgain(
        update,
        update.deepCopy().put("update_id", number + 2),
        update.deepCopy().put("update_id", number + 1),
        update.deepCopy().put("update_id", number + 2));
    telegram.numbersFrom(number + 3);
    awaitEcho("after");
    assertEquals(
        3, telegram.messages(7).stream().filter(m -> m.text().equals("echo once")).count());
  }

  @Test
  void aWrongTokenIsOneSentence() {
    bot.token("7000001:wrongwrongwrongwrongwrong").start();
    bot.awaitState("the token was refused");
    assertEquals(0, telegram.polls());
  }

  @Test
  void aTokenThatIsTakenBackIsOneSentence() {
    telegram.fails("getUpdates", Fault.refused(401, "Unauthorized"));
    bot.start();
    bot.awaitState("the token was refused");
  }

  @Test
  void aServerThatCannotBeReachedAtTheStartIsTriedAgain() {
    telegram.fails("getMe", Fault.dropped(), Fault.status(502), Fault.tooMany(1));
    bot.start();
    telegram.await("said", () -> written().contains("cannot be reached"));
    awaitEcho("reached");
  }

  @Test
  void aLongAnswerIsPartedWithItsFooterLast() {
    bot.start();
    gus.says("/poem long");
    telegram.awaitMessage(7, m -> m.html().endsWith("\n\n<i>end</i>"));
    List<BotMessage> parts = telegram.messages(7);
    assertEquals(4, parts.size());
    assertTrue(parts.stream().allMatch(m -> m.text().length() <= 4096));
    assertEquals(
        1_000,
        parts.stream()
            .flatMap(m -> m.text().lines())
            .filter(l -> l.equals("a line & more"))
            .count());
  }

  @Test
  void aPictureGoesWithItsCaption() {
    telegram.fails("sendPhoto", Fault.status(502));
    bot.start();
    gus.says("/poem picture");
    BotMessage photo = telegram.awaitMessage(7, "caption");
    assertTrue(photo.photo());
    Call call = telegram.calls("sendPhoto").get(1);
    assertEquals(3_000, call.files().values().iterator().next(), "a second attempt sends it whole");
  }

  @Test
  void typingIsShownWhileAPoemIsWritten() {
    bot.start();
    gus.says("/poem slow");
    Call typing = telegram.awaitCall("sendChatAction", c -> c.chat() == 7);
    assertEquals("typing", typing.text("action"));
    awaitEcho("meanwhile");
    slow.complete(null);
    telegram.awaitMessage(7, "at last");
  }

  @Test
  void closingWaitsForWhatIsUnderWayAndForgetsIt() {
    bot.start();
    gus.says("/poem slow");
    telegram.awaitCall("sendChatAction", c -> true);
    assertEquals(1, bot.kept("updates").stream().filter(f -> f.startsWith("u")).count());
    CompletableFuture<Void> closing = CompletableFuture.runAsync(bot::stop);
    slow.complete(null);
    closing.join();
    telegram.awaitMessage(7, "at last");
    assertEquals(List.of("answered"), bot.kept("updates"));
    assertTrue(bot.bot().state().contains("closed"));
  }

  @Test
  void aTrainingThatIsSeenToGoOnIsNotBegunAgain() {
    bot.start();
    gus.says("/poem training");
    telegram.awaitMessage(7, "step 1");
    telegram.await("struck out", () -> bot.kept("updates").equals(List.of("answered")));
    assertEquals(1, telegram.messages(7).size());
  }

  @Test
  void messagesToAChatKeepTheirPace() {
    bot.paced(new TelegramSettings.Pace(2, 5, 60, 30)).start();
    long begun = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      gus.says("/poem " + i);
    }
    telegram.awaitMessage(7, "echo 4");
    List<Long> times = telegram.calls("sendMessage").stream().map(Call::nanos).toList();
    // The pace is that of sending, and the first may take a while to arrive.
    long took = times.get(4) - begun;
    assertTrue(took >= 550_000_000L, "three at 5 a second behind a burst of two took " + took);
  }

  @Test
  void commandsArePublishedOnceForEachLanguageAndScope() {
    bot.start();
    // 5 languages, and everybody, administrators of groups, and the owner.
    telegram.await("15 lists", () -> telegram.calls("setMyCommands").size() == 15);
    Call first = telegram.calls("setMyCommands").get(0);
    assertEquals("default", first.parameters().path("scope").path("type").asText());
    assertEquals("poem", first.parameters().path("commands").path(0).path("command").asText());
    assertEquals(
        List.of("", "de", "es", "fr", "pt"),
        telegram.calls("setMyCommands").stream()
            .map(c -> c.text("language_code"))
            .distinct()
            .toList());
    bot.stop();
    int asked = telegram.calls("getMyCommands").size();
    bot.start();
    telegram.await("asked again", () -> telegram.calls("getMyCommands").size() == asked + 15);
    assertEquals(15, telegram.calls("setMyCommands").size(), "nothing differs");
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    for (String token : List.of("", "123", "abc:" + "x".repeat(30), "1:short")) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> new BotToken(token))
              .getMessage()
              .contains("BotFather"));
    }
    var settings =
        TelegramSettings.usual(new BotToken(FakeTelegram.TOKEN), Staff.owners(Set.of(1L)));
    assertFalse(settings.toString().contains("secret"), settings.toString());
    assertEquals(Optional.empty(), settings.webhook());
  }
}
