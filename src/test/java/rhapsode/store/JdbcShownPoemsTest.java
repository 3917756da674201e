package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Community;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.testing.ShownPoemsContract;

@ParameterizedClass
@EnumSource
final class JdbcShownPoemsTest extends ShownPoemsContract {
  private final Database database;
  private final PoemStore store;
  private final ShownPoems shown;

  JdbcShownPoemsTest(TestDatabase kind) {
    database = kind.open();
    store = new JdbcPoemStore(database);
    shown = new JdbcShownPoems(database);
  }

  @Override
  protected PoemStore store() {
    return store;
  }

  @Override
  protected ShownPoems shown() {
    return shown;
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void noVoteOutlivesItsPoem() {
    long id = Poems.add(store, "The moon").id();
    shown.like(id, Poems.ADA, Poems.NOW);
    assertEquals(1, shown.best(new Community("console", "here"), 1).get(0).likes());
    store.withdraw(id, Poems.ADA, Poems.NOW);
    assertEquals(
        List.of(),
        database.jdbc().list(row -> row.getLong("poem_id"), "select poem_id from poem_vote"));
  }
}
