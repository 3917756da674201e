package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.objects.Update;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;

class FolderLedgerTest {
  /** One for all: each of them needs 10 ms to get to know what an update consists of. */
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Ledger ledger() {
    return new FolderLedger(new FileShelf(folder));
  }

  private static Update update(Object json) throws IOException {
    return JSON.readValue(json.toString(), Update.class);
  }

  @Test
  void whatWasNotAnsweredComesBackInOrderAndAsItWas() throws IOException {
    try (var telegram = new FakeTelegram()) {
      telegram.numbersFrom(998);
      var gus = telegram.user(7).speaking("de");
      var below = new BotMessage(-5, 3, "poem", "poem", JSON.createObjectNode(), true, 0, 0, false);
      List<Update> taken =
          List.of(
              update(gus.says("/poem moon")),
              update(gus.pressesData(below, "like:1")),
              update(gus.asksInline("sea")));
      Ledger first = ledger();
      for (Update update : taken) {
        assertTrue(first.take(update));
      }
      first.answered(998);
      List<Update> left = ledger().unanswered();
      assertEquals(List.of(999, 1000), left.stream().map(Update::getUpdateId).toList());
      var events = new Events(Staff.owners(Set.of()));
      assertEquals(events.of(taken.get(1)), events.of(left.get(0)));
      assertEquals(events.of(taken.get(2)), events.of(left.get(1)));
    }
  }

  @Test
  void nothingIsTakenTwiceAlsoAfterARestart() throws IOException {
    Update one = update("{\"update_id\":1}");
    Update two = update("{\"update_id\":2}");
    Ledger before = ledger();
    assertTrue(before.take(one));
    assertFalse(before.take(one));
    before.answered(1);
    assertFalse(before.take(one));
    assertTrue(before.take(two));
    Ledger after = ledger();
    assertFalse(after.take(one));
    assertEquals(1, after.unanswered().size());
    assertFalse(after.take(two));
  }

  @Test
  void aLowerNumberThatIsNewIsTaken() throws IOException {
    Ledger ledger = ledger();
    ledger.take(update("{\"update_id\":500}"));
    assertTrue(ledger.take(update("{\"update_id\":20}")));
  }

  @Test
  void itRemembersAsManyAsItNeedsAndNoMore() throws IOException {
    Ledger ledger = ledger();
    for (int i = 0; i < 405; i++) {
      ledger.take(update("{\"update_id\":" + i + "}"));
      ledger.answered(i);
    }
    assertEquals(400, Files.readAllLines(folder.resolve("answered")).size());
    assertFalse(ledger().take(update("{\"update_id\":404}")));
    assertFalse(ledger().take(update("{\"update_id\":5}")));
  }

  @Test
  void whatMayHaveEndedTheProcessIsLeftOutInTheEnd() throws IOException {
    ledger().take(update("{\"update_id\":1}"));
    for (int starts = 0; starts < 4; starts++) {
      assertEquals(1, ledger().unanswered().size());
    }
    assertEquals(0, ledger().unanswered().size());
    assertFalse(Files.exists(folder.resolve("u1")));
  }

  @Test
  void whatIsAnsweredIsGoneFromTheDisk() throws IOException {
    Ledger ledger = ledger();
    ledger.take(update("{\"update_id\":1}"));
    assertTrue(Files.exists(folder.resolve("u1")));
    ledger.answered(1);
    assertFalse(Files.exists(folder.resolve("u1")));
  }

  @Test
  void whatCouldNotBeStruckOutIsWithTheNextAndAtTheEnd() throws IOException {
    Ledger ledger = ledger();
    for (int id = 1; id <= 3; id++) {
      ledger.take(update("{\"update_id\":" + id + "}"));
    }
    Path inTheWay = Files.createDirectories(folder.resolve("answered").resolve("x"));
    ledger.answered(1);
    assertTrue(Files.exists(folder.resolve("u1")));
    remove(inTheWay);
    ledger.answered(2);
    assertFalse(Files.exists(folder.resolve("u1")));
    Files.delete(folder.resolve("answered"));
    inTheWay = Files.createDirectories(folder.resolve("answered").resolve("x"));
    ledger.answered(3);
    remove(inTheWay);
    ledger.settle();
    assertEquals(List.of(), ledger().unanswered());
    assertFalse(Files.exists(folder.resolve("u3")));
  }

  private static void remove(Path inTheWay) throws IOException {
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
  }

  @Test
  void whatAnotherVersionWroteIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("u1"), "1\nnonsense");
    assertEquals(List.of(), ledger().unanswered());
  }

  /** A power failure may leave a file empty; and a file may be somebody else's. */
  @Test
  void whatCannotBeReadKeepsNoOtherFromBeingAnswered() throws IOException {
    ledger().take(update("{\"update_id\":3}"));
    Files.createFile(folder.resolve("u1"));
    Files.writeString(folder.resolve("u2"), "1");
    Files.createDirectory(folder.resolve("u4"));
    Files.writeString(folder.resolve("unknown"), "x");
    List<Update> left = ledger().unanswered();
    assertEquals(List.of(3), left.stream().map(Update::getUpdateId).toList());
  }

  /** Found by fuzzing: half of an emoji was refused by the file, and the update not kept. */
  @Test
  void halfACharacterIsWrittenDownToo() throws IOException {
    ledger()
        .take(
            update(
                "{\"update_id\":1,\"inline_query\":{\"id\":\"1\",\"query\":\"\\ud83d\",\"offset\":\"\",\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Gus\"}}}"));
    assertEquals(1, ledger().unanswered().size());
  }
}
