package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.testing.SettableClock;

/** What two processes with one bot on Telegram know together. */
class JdbcUpdatesTest {
  private static final int PATIENCE = 2;

  private final Database database = TestDatabase.POSTGRES.open();
  private final List<Membership> members = new ArrayList<>();
  private final Membership here = member();
  private final Membership there = member();
  private final JdbcUpdates first = new JdbcUpdates(database, here, 3);
  private final JdbcUpdates second = new JdbcUpdates(database, there, 3);

  private Membership member() {
    Membership joined = Membership.join(database, "", PATIENCE, new SettableClock());
    members.add(joined);
    return joined;
  }

  @AfterEach
  void close() {
    members.forEach(Membership::close);
    database.close();
  }

  private static void silence(Membership alive) {
    for (int i = 0; i <= PATIENCE; i++) {
      alive.beat();
    }
  }

  @Test
  void anUpdateIsOfTheProcessThatTakesIt() {
    assertTrue(first.take(7, "moon"));
    assertFalse(second.take(7, "moon"));
    assertFalse(first.take(7, "moon"), "not twice either");
    assertEquals(List.of(), second.leftovers());
    first.answered(7);
    assertFalse(second.take(7, "moon"));
  }

  @Test
  void ofManyThatTakeItAtOnceOneDoes() {
    for (int update = 1; update <= 20; update++) {
      int id = update;
      long taken =
          Stream.of(first, second).parallel().filter(process -> process.take(id, "moon")).count();
      assertEquals(1, taken);
    }
  }

  @Test
  void whatADeadProcessLeftIsAnotherOnesOnce() {
    first.take(8, "sea");
    first.take(7, "moon");
    first.take(6, "answered");
    first.answered(6);
    silence(there);
    assertEquals(List.of("moon", "sea"), second.leftovers());
    assertEquals(List.of(), second.leftovers());
  }

  @Test
  void whoWasTakenForDeadLeavesWhatItTakesToTheOthers() {
    silence(there);
    assertFalse(first.take(7, "moon"));
    assertEquals(List.of("moon"), second.leftovers());
  }

  @Test
  void whatMayHaveEndedItsProcessesIsLeftOutInTheEnd() {
    first.take(7, "poison");
    Membership next = there;
    for (int tries = 1; tries < 3; tries++) {
      silence(next);
      Membership dying = next;
      assertEquals(List.of("poison"), new JdbcUpdates(database, dying, 3).leftovers());
      next = member();
    }
    silence(next);
    assertEquals(List.of(), new JdbcUpdates(database, next, 3).leftovers());
    assertFalse(first.take(7, "poison"));
  }

  @Test
  void whatIsAnsweredIsGone() {
    first.take(1, "a poem that is not given yet");
    first.answered(1);
    assertEquals(
        List.of(""),
        database.jdbc().list(row -> row.getString(1), "select content from telegram_update"));
    first.take(5000, "much later");
    first.answered(5000);
    assertEquals(1, database.jdbc().list(row -> 1, "select id from telegram_update").size());
  }

  @Test
  void dialoguesAreEverybodys() {
    var dialogues = new JdbcDialogues(database);
    dialogues.put("7_1", "title?");
    dialogues.put("7_1", "text?");
    dialogues.put("5_1", "seed?");
    assertEquals(Optional.of("text?"), new JdbcDialogues(database).get("7_1"));
    assertEquals(List.of("5_1", "7_1"), dialogues.names());
    dialogues.remove("7_1");
    assertEquals(Optional.empty(), dialogues.get("7_1"));
  }
}
