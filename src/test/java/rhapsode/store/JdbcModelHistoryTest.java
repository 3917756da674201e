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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.learning.ModelHistory;
import rhapsode.testing.ModelHistoryContract;

@ParameterizedClass
@EnumSource
final class JdbcModelHistoryTest extends ModelHistoryContract {
  private final Database database;
  private final ModelHistory history;

  JdbcModelHistoryTest(TestDatabase kind) {
    database = kind.open();
    history = new JdbcModelHistory(database);
  }

  @Override
  protected ModelHistory history() {
    return history;
  }

  @Override
  protected List<Long> poems() {
    var store = new JdbcPoemStore(database);
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
    database
        .jdbc()
        .write(
            on ->
                on.update("alter table model_version add constraint no_two check (name <> 'two')"));
    try {
      assertThrows(StoreException.class, () -> history.add(model("two", IN_SERVICE)));
    } finally {
      database.jdbc().write(on -> on.update("alter table model_version drop constraint no_two"));
    }
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
