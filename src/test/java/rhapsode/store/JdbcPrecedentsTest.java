package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStore;
import rhapsode.community.Precedents;
import rhapsode.testing.PrecedentsContract;

@ParameterizedClass
@EnumSource
final class JdbcPrecedentsTest extends PrecedentsContract {
  private final Database database;
  private final PoemStore store;
  private final Precedents precedents;
  private final PersonalRecords records;

  JdbcPrecedentsTest(TestDatabase kind) {
    database = kind.open();
    store = new JdbcPoemStore(database);
    precedents = new JdbcPrecedents(database);
    records = new JdbcPersonalRecords(database);
  }

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
