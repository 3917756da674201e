package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.SubmittedPoem;
import rhapsode.testing.PoemStoreContract;

@ParameterizedClass
@EnumSource
final class JdbcPoemStoreTest extends PoemStoreContract {
  private final Database database;
  private final PoemStore store;

  JdbcPoemStoreTest(TestDatabase kind) {
    database = kind.open();
    store = new JdbcPoemStore(database);
  }

  @Override
  protected PoemStore store() {
    return store;
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void poemsForTrainingAreReadPageByPage() {
    var pages = new JdbcPoemStore(database, 2);
    for (int count = 0; count < 5; count++) {
      assertEquals(count, pages.forTraining().size());
      assertEquals(count > 2, pages.hasMoreForTraining(2));
      store.add(poem(ADA, "moon " + count, PoemStatus.APPROVED), NOW);
    }
    assertEquals(store.forTraining(), pages.forTraining());
  }

  @Test
  void manyThreadsWriteAtOnce() {
    List<Long> ids =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> store.add(poem(ADA, "moon " + i, PoemStatus.APPROVED), NOW))
            .map(SubmittedPoem::id)
            .sorted()
            .toList();
    assertEquals(200, ids.stream().distinct().count());
    assertEquals(ids, store.forTraining().stream().map(SubmittedPoem::id).toList());
  }
}
