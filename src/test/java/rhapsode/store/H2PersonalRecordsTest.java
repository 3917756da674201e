package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import rhapsode.community.Anthology;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standings;
import rhapsode.testing.PersonalRecordsContract;

final class H2PersonalRecordsTest extends PersonalRecordsContract {
  private final Database database = Database.inMemory();
  private final PoemStore store = new H2PoemStore(database);
  private final ShownPoems shown = new H2ShownPoems(database);
  private final Anthology anthology = new H2Anthology(database);
  private final PersonalRecords records = new H2PersonalRecords(database);

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
    return new H2Standings(database);
  }

  @Override
  protected Anthology anthology() {
    return anthology;
  }

  @Override
  protected PersonalRecords records() {
    return records;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
