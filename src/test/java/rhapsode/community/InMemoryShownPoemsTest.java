package rhapsode.community;

import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.InMemoryShownPoems;
import rhapsode.testing.ShownPoemsContract;

final class InMemoryShownPoemsTest extends ShownPoemsContract {
  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final ShownPoems shown = new InMemoryShownPoems(store);

  @Override
  protected PoemStore store() {
    return store;
  }

  @Override
  protected ShownPoems shown() {
    return shown;
  }
}
