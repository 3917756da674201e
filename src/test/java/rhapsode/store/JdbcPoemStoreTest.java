package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    List<SubmittedPoem> all = store.forTraining();
    assertEquals(all, pages.forTraining());
    var some = new ArrayList<SubmittedPoem>();
    pages.readForTraining(
        Set.of(all.get(4).id(), all.get(0).id(), all.get(1).id(), 999L), some::add);
    assertEquals(List.of(all.get(0), all.get(1), all.get(4)), some);
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
