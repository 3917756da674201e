package rhapsode.community;

import rhapsode.testing.InMemoryAnthology;
import rhapsode.testing.InMemoryPersonalRecords;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.InMemoryPrecedents;
import rhapsode.testing.InMemoryShownPoems;
import rhapsode.testing.PrecedentsContract;

final class InMemoryPrecedentsTest extends PrecedentsContract {
  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final Precedents precedents = new InMemoryPrecedents(store);
  private final PersonalRecords records =
      new InMemoryPersonalRecords(store, new InMemoryShownPoems(store), new InMemoryAnthology());

  @Override
  protected PoemStore store() {
    return store;
  }

  @Override
  protected Precedents precedents() {
    return precedents;
  }

  @Override
  protected PersonalRecords records() {
    return records;
  }
}
