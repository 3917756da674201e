package rhapsode.testing;

import java.util.List;
import rhapsode.learning.ModelHistory;

final class InMemoryModelHistoryTest extends ModelHistoryContract {
  private final ModelHistory history = new InMemoryModelHistory();

  @Override
  protected ModelHistory history() {
    return history;
  }

  @Override
  protected List<Long> poems() {
    return List.of(3L, 4L, 7L);
  }
}
