package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/** What several processes keep together, in a database that may be away. */
class SharedLedgerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Table table = new Table();
  private final Ledger ledger = new SharedLedger(table);

  private static Update update(int id) throws IOException {
    return JSON.readValue("{\"update_id\":" + id + "}", Update.class);
  }

  private static List<Integer> ids(List<Update> updates) {
    return updates.stream().map(Update::getUpdateId).toList();
  }

  @Test
  void whatCouldNotBeStruckOutIsAtTheNextLook() throws IOException {
    ledger.take(update(1));
    ledger.take(update(2));
    table.away = true;
    ledger.answered(1);
    assertEquals(List.of(), ledger.unanswered());
    table.away = false;
    ledger.unanswered();
    assertEquals(List.of(2), table.open());
  }

  @Test
  void whatCouldNotBeStruckOutIsBesideTheNext() throws IOException {
    ledger.take(update(1));
    ledger.take(update(2));
    table.away = true;
    ledger.answered(1);
    table.away = false;
    ledger.answered(2);
    assertEquals(List.of(), table.open());
  }

  @Test
  void whatCouldNotBeStruckOutIsAtTheEnd() throws IOException {
    ledger.take(update(1));
    table.away = true;
    ledger.answered(1);
    ledger.settle();
    table.away = false;
    ledger.settle();
    assertEquals(List.of(), table.open());
  }

  @Test
  void oneThatCannotBeStruckOutIsInNobodysWay() throws IOException {
    for (int id = 1; id <= 3; id++) {
      ledger.take(update(id));
    }
    table.stuck = 1;
    ledger.answered(1);
    ledger.answered(2);
    ledger.answered(3);
    assertEquals(List.of(1), table.open());
  }

  /** The others took this process for dead, and what it has answered is anybody's. */
  @Test
  void whatThisProcessAnsweredItDoesNotAnswerAgain() throws IOException {
    ledger.take(update(1));
    ledger.take(update(2));
    table.stuck = 1;
    ledger.answered(1);
    table.owned = false;
    assertEquals(List.of(2), ids(ledger.unanswered()));
  }

  @Test
  void manyThatCannotBeStruckOutFillNoMemory() {
    table.away = true;
    for (int id = 0; id <= Strikes.MOST_LEFT; id++) {
      ledger.answered(id);
    }
    table.away = false;
    ledger.settle();
    assertEquals(Strikes.MOST_LEFT, table.struck);
  }

  /** The table, with one process that may be taken for dead. */
  private static final class Table implements Memory {
    private final TreeMap<Integer, String> open = new TreeMap<>();
    private boolean away;
    private boolean owned = true;
    private int stuck = -1;
    private int struck;

    List<Integer> open() {
      return List.copyOf(open.keySet());
    }

    private void reach() {
      if (away) {
        throw new IllegalStateException("the database is away");
      }
    }

    @Override
    public boolean take(int update, String content) {
      reach();
      return open.putIfAbsent(update, content) == null;
    }

    @Override
    public void answered(int update) {
      reach();
      if (update == stuck) {
        throw new IllegalStateException("the row is locked");
      }
      open.remove(update);
      struck++;
    }

    @Override
    public List<String> leftovers() {
      reach();
      return owned ? List.of() : new ArrayList<>(open.values());
    }

    @Override
    public Shelf dialogues() {
      throw new UnsupportedOperationException();
    }
  }
}
