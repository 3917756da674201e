package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import rhapsode.community.Anthology;
import rhapsode.community.Census;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standings;
import rhapsode.testing.CensusContract;

final class H2CensusTest extends CensusContract {
  private final Database database = Database.inMemory();

  @Override
  protected Census census() {
    return new H2Census(database);
  }

  @Override
  protected ShownPoems shown() {
    return new H2ShownPoems(database);
  }

  @Override
  protected PoemStore poems() {
    return new H2PoemStore(database);
  }

  @Override
  protected Standings standings() {
    return new H2Standings(database);
  }

  @Override
  protected Anthology anthology() {
    return new H2Anthology(database);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
