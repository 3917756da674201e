package rhapsode.community;

import rhapsode.testing.AnthologyContract;
import rhapsode.testing.InMemoryAnthology;

final class InMemoryAnthologyTest extends AnthologyContract {
  private final Anthology anthology = new InMemoryAnthology();

  @Override
  protected Anthology anthology() {
    return anthology;
  }
}
