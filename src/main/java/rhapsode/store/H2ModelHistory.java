package rhapsode.store;

import static rhapsode.store.Jdbc.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;

/** The history of models in H2. Thread-safe. */
public final class H2ModelHistory implements ModelHistory {
  private static final String SELECT =
      "select name, parent, trained_at, poems, perplexity_before, perplexity_after, state, reason"
          + " from model_version ";

  private final Jdbc jdbc;

  public H2ModelHistory(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public Optional<ModelVersion> inService() {
    return jdbc.query(H2ModelHistory::version, SELECT + "where state = 'IN_SERVICE'").stream()
        .findFirst();
  }

  @Override
  public void add(ModelVersion version) {
    jdbc.write(
        connection -> {
          if (version.state() == State.IN_SERVICE) {
            Jdbc.update(
                connection,
                "update model_version set state = 'RETIRED' where state = 'IN_SERVICE'");
          }
          return Jdbc.insert(
              connection,
              "insert into model_version (name, parent, trained_at, poems, perplexity_before,"
                  + " perplexity_after, state, reason) values (?, ?, ?, ?, ?, ?, ?, ?)",
              version.name(),
              version.parent(),
              version.trainedAt(),
              version.poems(),
              version.before(),
              version.after(),
              version.state(),
              version.reason());
        });
  }

  @Override
  public List<ModelVersion> all() {
    return jdbc.query(H2ModelHistory::version, SELECT + "order by id desc");
  }

  private static ModelVersion version(ResultSet row) throws SQLException {
    return new ModelVersion(
        row.getString("name"),
        row.getString("parent"),
        instant(row, "trained_at"),
        row.getInt("poems"),
        row.getDouble("perplexity_before"),
        row.getDouble("perplexity_after"),
        State.valueOf(row.getString("state")),
        row.getString("reason"));
  }
}
