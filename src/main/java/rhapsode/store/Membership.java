package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's place among those that share a database. Each has a row whose beat it raises every
 * few seconds. A row whose beat stays the same for several looks in a row, or for one while its
 * {@link Lifeline} is broken, belongs to a process that died: whoever sees it removes the row,
 * which ends its training and frees its duties. A process that was only held up finds its row gone,
 * joins anew under another number, and owns nothing of what it owned before.
 *
 * <p>No clock is compared with another: looks are counted, and a process that was held up itself
 * has looked no more often for it. Thread-safe.
 */
public final class Membership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  /** Looks without a beat of a process that held its lifeline and does no longer. */
  private static final int PATIENCE_WITHOUT_LIFELINE = 1;

  private final Database database;
  private final Jdbc jdbc;
  private final String name;
  private final int patience;
  private final InstantSource clock;
  private final Lifeline lifeline;
  private final Map<Long, Sighting> sightings = new HashMap<>();
  private volatile long id;
  private volatile Set<Duty> duties = Set.of();
  private int failures;
  private boolean alone;
  private boolean closed;

  /**
   * What was seen of a process.
   *
   * @param looks in a row for which its beat has been the same
   * @param held whether it was ever seen to hold its lifeline
   */
  private record Sighting(long beat, int looks, boolean held) {}

  private Membership(Database database, String name, int patience, InstantSource clock) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.name = name;
    this.patience = patience;
    this.clock = clock;
    this.lifeline = database.engine().lifeline();
  }

  /**
   * Joins the processes that share a database. Where there can be no other, what one left that died
   * is put right at once.
   *
   * @param name what people are told that a training runs on; empty for one made of its number
   * @param patience so many looks in a row without a beat make a process a dead one
   * @throws StoreException if the database does not answer
   */
  public static Membership join(Database database, String name, int patience, InstantSource clock) {
    var membership = new Membership(database, name, patience, clock);
    membership.join();
    membership.takeDuties();
    return membership;
  }

  private void join() {
    id =
        jdbc.alone(
            Latch.MODELS,
            on -> {
              if (!database.isShared()) {
                on.update("delete from process");
              }
              // Before this one is there: a restored database counts its processes anew.
              endOrphans(on);
              long number =
                  on.insert(
                      "insert into process (name, beat, joined_at) values (?, 0, ?)",
                      name,
                      clock.instant().truncatedTo(MICROS));
              holdOn(number); // Before others see the row.
              return number;
            });
    alone = others().isEmpty();
  }

  /**
   * Shows that it lives, looks whether the others do, and takes over what nobody does. To be called
   * every few seconds by one thread; never throws. After as many failures in a row as others have
   * patience it counts its duties as lost, if there were others when it looked last: people are to
   * be told that the database is gone, and where there is nobody else this process has to tell
   * them.
   */
  public synchronized void beat() {
    if (closed) {
      return;
    }
    try {
      if (jdbc.write(on -> on.update("update process set beat = beat + 1 where id = ?", id)) == 0) {
        LOG.warn("The other processes took this one for dead; it joins them again");
        duties = Set.of();
        join();
      }
      look(holdOn(id));
      takeDuties();
      failures = 0;
    } catch (StoreException e) {
      failures++;
      LOG.warn("The database did not hear that this process lives: {}", e.getMessage());
      if (failures >= patience - 1 && !alone) {
        duties = Set.of();
      }
    }
  }

  /**
   * Has the lifeline held, and asks who else does.
   *
   * @return who does; empty if that cannot be told
   */
  private Optional<Set<Long>> holdOn(long process) {
    try {
      if (lifeline.hold(process)) {
        sightings.clear(); // All may have lost it, as by a restart of the server.
      }
      return Optional.of(lifeline.held());
    } catch (SQLException e) {
      LOG.warn("The lock that shows that this process lives is not held: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void look(Optional<Set<Long>> held) {
    var seen = new HashMap<Long, Sighting>();
    Map<Long, Long> others = others();
    alone = others.isEmpty();
    for (Map.Entry<Long, Long> other : others.entrySet()) {
      Sighting before = sightings.getOrDefault(other.getKey(), new Sighting(-1, 0, false));
      long beat = other.getValue();
      boolean holds = held.isPresent() && held.get().contains(other.getKey());
      boolean cut = held.isPresent() && !holds && before.held();
      var now =
          new Sighting(
              beat, before.beat() == beat ? before.looks() + 1 : 0, holds || before.held());
      if (now.looks() >= (cut ? PATIENCE_WITHOUT_LIFELINE : patience)) {
        bury(other.getKey(), beat);
      } else {
        seen.put(other.getKey(), now);
      }
    }
    sightings.clear();
    sightings.putAll(seen);
  }

  private Map<Long, Long> others() {
    var others = new HashMap<Long, Long>();
    jdbc.list(
            row -> new long[] {row.getLong("id"), row.getLong("beat")},
            "select id, beat from process where id <> ?",
            id)
        .forEach(row -> others.put(row[0], row[1]));
    return others;
  }

  /** Unless it shows at this very moment that it lives. */
  private void bury(long other, long beat) {
    boolean buried =
        jdbc.alone(
            Latch.MODELS,
            on -> {
              boolean gone =
                  on.update("delete from process where id = ? and beat = ?", other, beat) > 0;
              if (gone) {
                endOrphans(on);
              }
              return gone;
            });
    if (buried) {
      LOG.warn("Process {} shows no life; what it did is taken over", other);
    }
  }

  /** Ends a training whose process is gone. */
  private void endOrphans(Statements on) throws SQLException {
    int ended =
        on.update(
            """
            update training_run set outcome = 'INTERRUPTED', running = null, ended_at = ?,
              reason = 'Its process ended.'
            where running
              and (process_id is null or process_id not in (select id from process))
            """,
            clock.instant().truncatedTo(MICROS));
    if (ended > 0) {
      LOG.warn("A training was interrupted by the end of its process");
    }
  }

  private void takeDuties() {
    boolean free = !jdbc.list(row -> 1, "select name from duty where process_id is null").isEmpty();
    if (free) {
      jdbc.write(on -> on.update("update duty set process_id = ? where process_id is null", id));
    }
    List<Duty> held =
        jdbc.list(
            row -> Duty.valueOf(row.getString("name")),
            "select name from duty where process_id = ?",
            id);
    Set<Duty> now = EnumSet.noneOf(Duty.class);
    now.addAll(held);
    if (!now.equals(duties)) {
      LOG.info("This process's duties are {}", now);
    }
    duties = now;
  }

  /** Whether this process does this for all, as far as it knows. */
  public boolean holds(Duty duty) {
    return duties.contains(duty);
  }

  /** Its number, which changes when it was taken for dead. */
  public long id() {
    return id;
  }

  /** What people are told that it is. */
  String name() {
    return name.isEmpty() ? "process " + id : name;
  }

  /** Leaves at once what it has to others. Closing again does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    duties = Set.of();
    lifeline.close();
    try {
      jdbc.alone(
          Latch.MODELS,
          on -> {
            on.update("delete from process where id = ?", id);
            endOrphans(on);
            return id;
          });
    } catch (StoreException e) {
      LOG.warn("The other processes will have to notice that this one ended: {}", e.getMessage());
    }
  }
}
