package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Anthology;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standings;
import rhapsode.testing.PersonalRecordsContract;

@ParameterizedClass
@EnumSource
final class JdbcPersonalRecordsTest extends PersonalRecordsContract {
  private final Database database;
  private final PoemStore store;
  private final ShownPoems shown;
  private final Anthology anthology;
  private final PersonalRecords records;

  JdbcPersonalRecordsTest(TestDatabase kind) {
    database = kind.open();
    store = new JdbcPoemStore(database);
    shown = new JdbcShownPoems(database);
    anthology = new JdbcAnthology(database);
    records = new JdbcPersonalRecords(database);
  }

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
    return new JdbcStandings(database);
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
