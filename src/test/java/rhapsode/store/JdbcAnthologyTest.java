package rhapsode.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Anthology;
import rhapsode.testing.AnthologyContract;

@ParameterizedClass
@EnumSource
final class JdbcAnthologyTest extends AnthologyContract {
  private final Database database;
  private final Anthology anthology;

  JdbcAnthologyTest(TestDatabase kind) {
    database = kind.open();
    anthology = new JdbcAnthology(database);
  }

  @Override
  protected Anthology anthology() {
    return anthology;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
