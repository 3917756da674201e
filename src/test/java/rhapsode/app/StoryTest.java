package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.testing.Conversation;
import rhapsode.testing.SettableClock;
import rhapsode.yaml.YamlFile;

/**
 * A community from its first poem on, with the bot as it is put together, its database, and a base
 * model that is trained in a second.
 */
class StoryTest {
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);
  private static final Person MIA = new Person("test", "2", "Mia", Rank.MODERATOR);
  private static final List<Person> AUTHORS =
      Stream.of("Gus", "Ada", "Ben", "Cora")
          .map(name -> new Person("test", name, name, Rank.MEMBER))
          .toList();
  private static final Person GUS = AUTHORS.get(0);
  private static final Person ADA = AUTHORS.get(1);

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock();

  private Wiring bot() {
    return bot(2);
  }

  private Wiring bot(int epochs) {
    Settings settings =
        Settings.of(
            YamlFile.parse(
                """
                models: {base: '%s'}
                data: {folder: '%s'}
                learning:
                  {epochs: %d, rate: 0.01, batch: 4, rehearsal: 500, tolerance: 1, forgetting: 1,
                   form-tolerance: 1, repetition-tolerance: 1, held-out: 0.2}
                manners: {other-commands-per-minute: 600}
                """
                    .formatted(folder.resolve("base"), folder.resolve("data"), epochs),
                "story.yml"));
    return new Wiring(settings, settings.database(Map.of()), clock);
  }

  /** What is said to somebody who gives a command. */
  private static String told(Conversation chat, Person who, String command, String... options) {
    int before = chat.transcript().length();
    chat.says(who, command, options).join();
    return chat.transcript().substring(before);
  }

  private static void submit(Conversation chat, Person who, String poem) {
    String said =
        told(
            chat,
            who,
            "poems submit",
            "text:" + poem,
            "train:yes",
            "display:yes",
            "attribution:yes");
    assertTrue(said.contains("is safely stored. A moderator will look at it."), said);
  }

  private static void has(String said, String... parts) {
    for (String part : parts) {
      assertTrue(said.contains(part), "no '" + part + "' in: " + said);
    }
  }

  @Test
  void aCommunityTeachesThePoet() throws IOException {
    SmallBase.in(folder);
    try (Wiring bot = bot()) {
      var chat = new Conversation(bot.router());
      has(told(chat, OLGA, "retrain"), "There is no poem to learn from yet");

      List<String> poems = StarterCorpus.poems();
      for (int i = 0; i < 16; i++) {
        submit(chat, AUTHORS.get(i % 4), poems.get(i));
      }
      has(told(chat, GUS, "retrain"), "Only the owners");
      has(told(chat, GUS, "review"), "Only moderators");

      has(told(chat, MIA, "review"), "Poem 1 by Gus (test)");
      has(told(chat, MIA, "refuse", "case:1-spam"), "Poem 1 was rejected by Mia.");
      for (int i = 2; i <= 16; i++) {
        has(told(chat, MIA, "approve", "number:" + i), "was approved by Mia.");
      }
      has(told(chat, MIA, "review"), "No poem waits for a moderator.");
      has(told(chat, GUS, "poems mine"), "(rejected: Spam;", "(approved;");

      has(
          told(chat, OLGA, "retrain"),
          "Learned from",
          "the new model base-1 writes from now on",
          "before (base)",
          "Now (base-1)");
      has(told(chat, GUS, "model status"), "In service: base-1");
      has(told(chat, GUS, "prefer", "vote:1-2-2"), "Now (base-1)");

      has(told(chat, GUS, "poems top"), "no. 14");
      has(told(chat, GUS, "poems like", "number:14"), poems.get(13).lines().toList().get(0));
      has(told(chat, GUS, "poems top"), "(1) no. 14");

      has(told(chat, ADA, "poems withdraw", "number:14"), "Poem 14 is erased");
      assertFalse(told(chat, GUS, "poems top").contains("no. 14"));
      has(told(chat, OLGA, "retrain"), "the new model base-2 writes from now on");
      has(
          told(chat, OLGA, "model rollback", "model:base-1"),
          "There is no model base-1 that could write again");
      has(told(chat, GUS, "model history"), "base-1 from", "removed", "base-2 from", "in service");
      has(told(chat, MIA, "audit"), "poem 1 rejected by test 2: Spam", "poem 16 approved");
      has(told(chat, OLGA, "model rollback"), "base writes from now on; before it was base-2.");
      has(told(chat, OLGA, "model rollback"), "base-2 writes from now on; before it was base.");
    }
    try (Wiring bot = bot()) {
      var chat = new Conversation(bot.router());
      has(told(chat, GUS, "model status"), "In service: base-2");
      has(told(chat, GUS, "mydata delete"), "All of it would be erased");
      has(told(chat, GUS, "mydata confirm", "who:" + GUS.id()), "It is all erased");
      has(told(chat, OLGA, "retrain"), "the new model base-3 writes from now on");
      has(told(chat, GUS, "poems mine"), "You have given no poem yet");
    }
  }

  @Test
  void whoAskedForATrainingIsToldWhenItStopsForTheEnd() throws IOException {
    SmallBase.in(folder);
    try (Wiring bot = bot(100)) {
      var chat = new Conversation(bot.router());
      List<String> poems = StarterCorpus.poems();
      for (int i = 0; i < 8; i++) {
        submit(chat, AUTHORS.get(i % 4), poems.get(i));
        has(told(chat, MIA, "approve", "number:" + (i + 1)), "was approved by Mia.");
      }
      CompletableFuture<Void> training = chat.says(OLGA, "retrain");
      bot.closing();
      training.join();
      has(chat.transcript(), "The training was broken off because I am being restarted");
      has(told(chat, GUS, "poem", "seed:moon"), "moon");
    }
  }
}
