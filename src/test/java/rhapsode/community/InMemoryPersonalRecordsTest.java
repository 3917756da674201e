package rhapsode.community;

import rhapsode.testing.InMemoryAnthology;
import rhapsode.testing.InMemoryPersonalRecords;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.InMemoryShownPoems;
import rhapsode.testing.PersonalRecordsContract;

final class InMemoryPersonalRecordsTest extends PersonalRecordsContract {

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final InMemoryShownPoems shown = new InMemoryShownPoems(store);
  private final InMemoryAnthology anthology = new InMemoryAnthology();
  private final PersonalRecords records = new InMemoryPersonalRecords(store, shown, anthology);

  @Override
  protected PoemStore store() {
    return store;
  }

  @Override
  protected ShownPoems shown() {
    return shown;
  }

  @Override
  protected Standings standings() {
    return store.standings();
  }

  @Override
  protected Anthology anthology() {
    return anthology;
  }

  @Override
  protected PersonalRecords records() {
    return records;
  }
}
