package rhapsode.community;

import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.PoemStoreContract;

final class InMemoryPoemStoreTest extends PoemStoreContract {
  private final PoemStore store = new InMemoryPoemStore();

  @Override
  protected PoemStore store() {
    return store;
  }
}
