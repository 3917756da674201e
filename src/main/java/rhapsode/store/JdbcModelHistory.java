package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;

/**
 * Keeps models in the table {@code model_version}, and runs in {@code training_run}. Thread-safe.
 * What was changed is on the disk when the method returns.
 */
public final class JdbcModelHistory implements ModelHistory {
  private static final String MODELS = "select * from model_version ";
  private static final String RUNS = "select * from training_run ";

  private final Database database;
  private final Jdbc jdbc;
  private final Optional<Membership> membership;

  /** The history, for a process that trains; its runs end with it. */
  public JdbcModelHistory(Database database, Membership membership) {
    this(database, Optional.of(membership));
  }

  /** The history, for who begins no run, or none that has to outlast this process's sight. */
  public JdbcModelHistory(Database database) {
    this(database, Optional.empty());
  }

  private JdbcModelHistory(Database database, Optional<Membership> membership) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.membership = membership;
  }

  @Override
  public boolean isShared() {
    return database.isShared();
  }

  @Override
  public Optional<ModelVersion> inService() {
    return jdbc.list(JdbcModelHistory::model, MODELS + "where in_service").stream().findFirst();
  }

  @Override
  public List<ModelVersion> all() {
    return jdbc.list(JdbcModelHistory::model, MODELS + "order by id desc");
  }

  @Override
  public Optional<ModelVersion> find(String model) {
    return jdbc.list(JdbcModelHistory::model, MODELS + "where name = ?", model).stream()
        .findFirst();
  }

  private <T> T alone(Jdbc.Work<T> work) {
    return jdbc.alone(Latch.MODELS, work);
  }

  @Override
  public Optional<TrainingRun> begin(Cause cause, String base, Collection<Long> poems, Instant at) {
    return alone(on -> begin(on, cause, base, poems, at.truncatedTo(MICROS)));
  }

  private Optional<TrainingRun> begin(
      Statements on, Cause cause, String base, Collection<Long> poems, Instant at)
      throws SQLException {
    if (isTakenForDead(on) || !on.list(JdbcModelHistory::run, RUNS + "where running").isEmpty()) {
      return Optional.empty();
    }
    long id =
        on.insert(
            """
            insert into training_run (model, cause, begun_at, outcome, running, poems, reason,
              process_id, process, done)
            values ('', ?, ?, 'RUNNING', true, ?, '', ?, ?, 0)
            """,
            cause.name(),
            at,
            poems.size(),
            membership.map(Membership::id).orElse(null),
            membership.map(Membership::name).orElse(""));
    String model = TrainingRun.nameFor(base, id);
    on.update("update training_run set model = ? where id = ?", model, id);
    for (long poem : poems) {
      on.update("insert into lesson (run_id, poem_id) values (?, ?)", id, poem);
    }
    return Optional.of(
        new TrainingRun(id, model, cause, at, Optional.empty(), Outcome.RUNNING, poems.size(), ""));
  }

  /** Then it joins anew at its next beat, and may begin after that. */
  private boolean isTakenForDead(Statements on) throws SQLException {
    return membership.isPresent()
        && on.list(row -> 1, "select id from process where id = ?", membership.get().id())
            .isEmpty();
  }

  @Override
  public boolean add(ModelVersion version) {
    return alone(on -> add(on, version));
  }

  private static boolean add(Statements on, ModelVersion version) throws SQLException {
    if (!on.list(JdbcModelHistory::model, MODELS + "where name = ?", version.name()).isEmpty()) {
      throw new IllegalArgumentException("there is a model " + version.name() + " already");
    }
    if (!on.list(
            JdbcModelHistory::run, RUNS + "where model = ? and running is null", version.name())
        .isEmpty()) {
      return false;
    }
    boolean promoted = version.state() == State.IN_SERVICE;
    if (promoted) {
      on.update("update model_version set state = 'RETIRED', in_service = null where in_service");
    }
    on.update(
        """
        update training_run set outcome = ?, running = null, ended_at = ?, reason = ?
        where model = ? and running
        """,
        version.state() == State.REJECTED ? Outcome.REJECTED.name() : Outcome.PROMOTED.name(),
        version.trainedAt().truncatedTo(MICROS),
        version.reason() == null ? "" : version.reason(),
        version.name());
    on.insert(
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
    return true;
  }

  @Override
  public boolean note(long run, double done) {
    return jdbc.write(
        on ->
            on.update("update training_run set done = ? where id = ? and running", done, run) > 0);
  }

  @Override
  public Optional<UnderWay> underWay() {
    return jdbc
        .list(
            row ->
                new UnderWay(
                    run(row),
                    Optional.ofNullable(row.getString("process")).orElse(""),
                    row.getDouble("done")),
            RUNS + "where running")
        .stream()
        .findFirst();
  }

  @Override
  public boolean breakOff(long run, Outcome outcome, String reason, Instant at) {
    if (outcome != Outcome.FAILED && outcome != Outcome.INTERRUPTED) {
      throw new IllegalArgumentException("no run is broken off as " + outcome);
    }
    return alone(
        on ->
            on.update(
                    """
                    update training_run set outcome = ?, running = null, ended_at = ?, reason = ?
                    where id = ? and running
                    """,
                    outcome.name(),
                    at.truncatedTo(MICROS),
                    reason,
                    run)
                > 0);
  }

  @Override
  public Optional<TrainingRun> running() {
    return jdbc.list(JdbcModelHistory::run, RUNS + "where running").stream().findFirst();
  }

  @Override
  public List<TrainingRun> runs(int most) {
    return jdbc.list(
        JdbcModelHistory::run, RUNS + "order by id desc fetch first ? rows only", most);
  }

  @Override
  public Set<Long> lessons(String model) {
    return new TreeSet<>(
        jdbc.list(
            row -> row.getLong("poem_id"),
            """
            select poem_id from lesson join training_run on training_run.id = run_id
            where model = ?
            """,
            model));
  }

  @Override
  public boolean exchange(Optional<String> from, Optional<String> to) {
    return alone(on -> exchange(on, from, to));
  }

  private static boolean exchange(Statements on, Optional<String> from, Optional<String> to)
      throws SQLException {
    List<ModelVersion> serving = on.list(JdbcModelHistory::model, MODELS + "where in_service");
    boolean asKnown = serving.stream().map(ModelVersion::name).findFirst().equals(from);
    boolean possible =
        to.isEmpty()
            || !on.list(
                    JdbcModelHistory::model,
                    MODELS + "where name = ? and state = 'RETIRED'",
                    to.get())
                .isEmpty();
    if (!asKnown || !possible) {
      return false;
    }
    on.update("update model_version set state = 'RETIRED', in_service = null where in_service");
    if (to.isPresent()) {
      on.update(
          "update model_version set state = 'IN_SERVICE', in_service = true where name = ?",
          to.get());
    }
    return true;
  }

  @Override
  public boolean forget(String model) {
    return alone(
        on ->
            on.update(
                    "update model_version set state = 'FORGOTTEN' where name = ? and state = 'RETIRED'",
                    model)
                > 0);
  }

  private static ModelVersion model(ResultSet row) throws SQLException {
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

  private static TrainingRun run(ResultSet row) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    return new TrainingRun(
        row.getLong("id"),
        row.getString("model"),
        Cause.valueOf(row.getString("cause")),
        Statements.instant(row, "begun_at"),
        outcome == Outcome.RUNNING
            ? Optional.empty()
            : Optional.of(Statements.instant(row, "ended_at")),
        outcome,
        row.getInt("poems"),
        row.getString("reason"));
  }
}
