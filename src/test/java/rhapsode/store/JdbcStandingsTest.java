package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.PoemStore;
import rhapsode.community.Standings;
import rhapsode.testing.StandingsContract;

@ParameterizedClass
@EnumSource
final class JdbcStandingsTest extends StandingsContract {
  private final Database database;
  private final PoemStore poems;
  private final Standings standings;

  JdbcStandingsTest(TestDatabase kind) {
    database = kind.open();
    poems = new JdbcPoemStore(database);
    standings = new JdbcStandings(database);
  }

  @Override
  protected Standings standings() {
    return standings;
  }

  @Override
  protected PoemStore poems() {
    return poems;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
