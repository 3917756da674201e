package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import rhapsode.community.PoemStore;

class H2PoemStoreTest extends PoemStoreContract {
  private final Database database = Database.inMemory();
  private final PoemStore store = new H2PoemStore(database);

  @Override
  PoemStore store() {
    return store;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
