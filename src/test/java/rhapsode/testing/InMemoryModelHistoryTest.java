package rhapsode.testing;

import rhapsode.learning.ModelHistory;

final class InMemoryModelHistoryTest extends ModelHistoryContract {
  private final ModelHistory history = new InMemoryModelHistory();

  @Override
  protected ModelHistory history() {
    return history;
  }
}
