package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;

/**
 * Keeps models in the table {@code model_version}. Thread-safe. What was added is on the disk when
 * the method returns.
 */
public final class H2ModelHistory implements ModelHistory {
  private static final String ALL = "select * from model_version ";

  private final Jdbc jdbc;
  private final ReentrantLock adding = new ReentrantLock();

  public H2ModelHistory(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public Optional<ModelVersion> inService() {
    return jdbc.list(H2ModelHistory::read, ALL + "where in_service").stream().findFirst();
  }

  @Override
  public void add(ModelVersion version) {
    // One at a time: of two promotions at once, the second must retire the first.
    adding.lock();
    try {
      jdbc.write(on -> add(on, version));
    } finally {
      adding.unlock();
    }
  }

  @Override
  public List<ModelVersion> all() {
    return jdbc.list(H2ModelHistory::read, ALL + "order by id desc");
  }

  private static long add(Statements on, ModelVersion version) throws SQLException {
    if (!on.list(H2ModelHistory::read, ALL + "where name = ?", version.name()).isEmpty()) {
      throw new IllegalArgumentException("there is a model " + version.name() + " already");
    }
    boolean promoted = version.state() == State.IN_SERVICE;
    if (promoted) {
      on.update("update model_version set state = 'RETIRED', in_service = null where in_service");
    }
    return on.insert(
        """
        insert into model_version (name, parent, trained_at, poems, perplexity_before,
          perplexity_after, state, in_service, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        version.name(),
        version.parent(),
        version.trainedAt().truncatedTo(MICROS),
        version.poems(),
        version.before(),
        version.after(),
        version.state().name(),
        promoted ? true : null,
        version.reason());
  }

  private static ModelVersion read(ResultSet row) throws SQLException {
    return new ModelVersion(
        row.getString("name"),
        row.getString("parent"),
        Statements.instant(row, "trained_at"),
        row.getInt("poems"),
        row.getDouble("perplexity_before"),
        row.getDouble("perplexity_after"),
        State.valueOf(row.getString("state")),
        row.getString("reason"));
  }
}
