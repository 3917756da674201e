package rhapsode.store;

import rhapsode.community.PoemStore;
import rhapsode.testing.InMemoryPoemStore;

/** The fake keeps the contract too, or tests that use it would prove nothing. */
class InMemoryPoemStoreTest extends PoemStoreContract {
  private final PoemStore store = new InMemoryPoemStore();

  @Override
  PoemStore store() {
    return store;
  }
}
