package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import rhapsode.community.PoemStore;
import rhapsode.community.Standings;
import rhapsode.testing.StandingsContract;

final class H2StandingsTest extends StandingsContract {
  private final Database database = Database.inMemory();
  private final PoemStore poems = new H2PoemStore(database);
  private final Standings standings = new H2Standings(database);

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
