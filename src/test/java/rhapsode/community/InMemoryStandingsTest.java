package rhapsode.community;

import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.StandingsContract;

final class InMemoryStandingsTest extends StandingsContract {
  private final InMemoryPoemStore poems = new InMemoryPoemStore();

  @Override
  protected Standings standings() {
    return poems.standings();
  }

  @Override
  protected PoemStore poems() {
    return poems;
  }
}
