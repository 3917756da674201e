package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Anthology;
import rhapsode.community.Census;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standings;
import rhapsode.testing.CensusContract;

@ParameterizedClass
@EnumSource
final class JdbcCensusTest extends CensusContract {
  private final Database database;

  JdbcCensusTest(TestDatabase kind) {
    database = kind.open();
  }

  @Override
  protected Census census() {
    return new JdbcCensus(database);
  }

  @Override
  protected ShownPoems shown() {
    return new JdbcShownPoems(database);
  }

  @Override
  protected PoemStore poems() {
    return new JdbcPoemStore(database);
  }

  @Override
  protected Standings standings() {
    return new JdbcStandings(database);
  }

  @Override
  protected Anthology anthology() {
    return new JdbcAnthology(database);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
