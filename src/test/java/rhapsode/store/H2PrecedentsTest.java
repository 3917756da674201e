package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStore;
import rhapsode.community.Precedents;
import rhapsode.testing.PrecedentsContract;

final class H2PrecedentsTest extends PrecedentsContract {
  private final Database database = Database.inMemory();
  private final PoemStore store = new H2PoemStore(database);
  private final Precedents precedents = new H2Precedents(database);
  private final PersonalRecords records = new H2PersonalRecords(database);

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

  @AfterEach
  void close() {
    database.close();
  }
}
