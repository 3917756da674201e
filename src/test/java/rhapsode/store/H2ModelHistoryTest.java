package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhapsode.learning.ModelVersion.State.IN_SERVICE;
import static rhapsode.learning.ModelVersion.State.RETIRED;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.learning.ModelHistory;
import rhapsode.testing.ModelHistoryContract;

final class H2ModelHistoryTest extends ModelHistoryContract {
  private final Database database = Database.inMemory();
  private final ModelHistory history = new H2ModelHistory(database);

  @Override
  protected ModelHistory history() {
    return history;
  }

  @Override
  protected List<Long> poems() {
    var store = new H2PoemStore(database);
    return Stream.of("one", "two", "three")
        .map(text -> Poems.add(store, "a moon of " + text).id())
        .toList();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyPromotionsAtOnceOneIsInService() {
    IntStream.range(0, 50).parallel().forEach(i -> history.add(model("m" + i, IN_SERVICE)));
    List<String> serving =
        history.all().stream().filter(m -> m.state() == IN_SERVICE).map(m -> m.name()).toList();
    assertEquals(List.of(history.inService().orElseThrow().name()), serving);
    assertEquals(50, history.all().size());
  }

  /** The retiring comes first in the transaction, so a failing insert must undo it. */
  @Test
  void aPromotionThatFailsRetiresNothing() {
    history.add(model("one", IN_SERVICE));
    database.jdbc().write(on -> on.update("alter table model_version drop column parent"));
    assertThrows(StoreException.class, () -> history.add(model("two", IN_SERVICE)));
    List<String> states =
        database.jdbc().list(row -> row.getString("state"), "select state from model_version");
    assertEquals(List.of("IN_SERVICE"), states);
  }

  /** What another process might do past this one's lock is refused by the table itself. */
  @Test
  void theTableRefusesTwoModelsInService() {
    history.add(model("one", IN_SERVICE));
    history.add(model("two", IN_SERVICE));
    assertThrows(
        StoreException.class,
        () ->
            database
                .jdbc()
                .write(
                    on ->
                        on.update(
                            "update model_version set state = 'IN_SERVICE', in_service = true"
                                + " where name = 'one'")));
    assertEquals(List.of(model("two", IN_SERVICE), model("one", RETIRED)), history.all());
  }
}
