package rhapsode.testing;

import rhapsode.community.Anthology;
import rhapsode.community.Census;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standings;

final class InMemoryCensusTest extends CensusContract {
  private final InMemoryPoemStore poems = new InMemoryPoemStore();
  private final InMemoryShownPoems shown = new InMemoryShownPoems(poems);
  private final InMemoryAnthology anthology = new InMemoryAnthology();

  @Override
  protected Census census() {
    return new InMemoryCensus(poems, anthology, shown);
  }

  @Override
  protected ShownPoems shown() {
    return shown;
  }

  @Override
  protected PoemStore poems() {
    return poems;
  }

  @Override
  protected Standings standings() {
    return poems.standings();
  }

  @Override
  protected Anthology anthology() {
    return anthology;
  }
}
