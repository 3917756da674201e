package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import rhapsode.community.Anthology;
import rhapsode.testing.AnthologyContract;

final class H2AnthologyTest extends AnthologyContract {
  private final Database database = Database.inMemory();
  private final Anthology anthology = new H2Anthology(database);

  @Override
  protected Anthology anthology() {
    return anthology;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
