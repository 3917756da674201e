package rhapsode.testing;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;

/** A history that forgets with the test, and otherwise keeps the port's promises. Thread-safe. */
public final class InMemoryModelHistory implements ModelHistory {
  private final List<ModelVersion> versions = new ArrayList<>();
  private final List<TrainingRun> runs = new ArrayList<>();
  private final Map<String, Set<Long>> lessons = new HashMap<>();
  private final Map<Long, Double> notes = new HashMap<>();
  private boolean gone;
  private volatile boolean shared;

  @Override
  public synchronized Optional<ModelVersion> inService() {
    return in(State.IN_SERVICE).findFirst();
  }

  private Stream<ModelVersion> in(State state) {
    return versions.stream().filter(version -> version.state() == state);
  }

  @Override
  public synchronized List<ModelVersion> all() {
    return newestFirst(versions);
  }

  private static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    return List.copyOf(newestFirst);
  }

  @Override
  public synchronized Optional<ModelVersion> find(String model) {
    return versions.stream().filter(version -> version.name().equals(model)).findFirst();
  }

  @Override
  public synchronized Optional<TrainingRun> begin(
      Cause cause, String base, Collection<Long> poems, Instant at) {
    answer();
    if (running().isPresent()) {
      return Optional.empty();
    }
    long id = runs.size() + 1L;
    var run =
        new TrainingRun(
            id,
            TrainingRun.nameFor(base, id),
            cause,
            at.truncatedTo(MICROS),
            Optional.empty(),
            Outcome.RUNNING,
            poems.size(),
            "");
    runs.add(run);
    lessons.put(run.model(), new TreeSet<>(poems));
    return Optional.of(run);
  }

  @Override
  public synchronized boolean add(ModelVersion version) {
    answer();
    if (find(version.name()).isPresent()) {
      throw new IllegalArgumentException("there is a model " + version.name() + " already");
    }
    if (runs.stream()
        .anyMatch(r -> r.model().equals(version.name()) && r.outcome() != Outcome.RUNNING)) {
      return false;
    }
    if (version.state() == State.IN_SERVICE) {
      retire();
    }
    versions.add(version);
    end(
        run -> run.model().equals(version.name()),
        version.state() == State.REJECTED ? Outcome.REJECTED : Outcome.PROMOTED,
        version.reason() == null ? "" : version.reason(),
        version.trainedAt());
    return true;
  }

  @Override
  public synchronized boolean note(long run, double done) {
    answer();
    notes.put(run, done);
    return running().filter(r -> r.id() == run).isPresent();
  }

  @Override
  public synchronized Optional<UnderWay> underWay() {
    return running().map(run -> new UnderWay(run, "", notes.getOrDefault(run.id(), 0.0)));
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  /** Whether nothing can be written down from now on. */
  public synchronized void gone(boolean now) {
    gone = now;
  }

  private void answer() {
    if (gone) {
      throw new IllegalStateException("the database does not answer");
    }
  }

  /** From now on as if other processes used it too. */
  public void share() {
    shared = true;
  }

  private void retire() {
    versions.replaceAll(v -> v.state() == State.IN_SERVICE ? v.in(State.RETIRED) : v);
  }

  private boolean end(Predicate<TrainingRun> which, Outcome outcome, String reason, Instant at) {
    Optional<TrainingRun> ended = running().filter(which);
    ended.ifPresent(
        r ->
            runs.set(
                runs.indexOf(r),
                new TrainingRun(
                    r.id(),
                    r.model(),
                    r.cause(),
                    r.begun(),
                    Optional.of(at.truncatedTo(MICROS)),
                    outcome,
                    r.poems(),
                    reason)));
    return ended.isPresent();
  }

  @Override
  public synchronized boolean breakOff(long run, Outcome outcome, String reason, Instant at) {
    answer();
    if (outcome != Outcome.FAILED && outcome != Outcome.INTERRUPTED) {
      throw new IllegalArgumentException("no run is broken off as " + outcome);
    }
    return end(r -> r.id() == run, outcome, reason, at);
  }

  @Override
  public synchronized Optional<TrainingRun> running() {
    return runs.stream().filter(run -> run.outcome() == Outcome.RUNNING).findFirst();
  }

  @Override
  public synchronized List<TrainingRun> runs(int most) {
    return newestFirst(runs).stream().limit(most).toList();
  }

  @Override
  public synchronized Set<Long> lessons(String model) {
    return Set.copyOf(lessons.getOrDefault(model, Set.of()));
  }

  @Override
  public synchronized boolean exchange(Optional<String> from, Optional<String> to) {
    boolean asKnown = inService().map(ModelVersion::name).equals(from);
    boolean possible = to.isEmpty() || in(State.RETIRED).anyMatch(v -> v.name().equals(to.get()));
    if (!asKnown || !possible) {
      return false;
    }
    retire();
    to.ifPresent(
        name -> versions.replaceAll(v -> v.name().equals(name) ? v.in(State.IN_SERVICE) : v));
    return true;
  }

  @Override
  public synchronized boolean forget(String model) {
    Optional<ModelVersion> retired =
        in(State.RETIRED).filter(v -> v.name().equals(model)).findFirst();
    retired.ifPresent(v -> versions.set(versions.indexOf(v), v.in(State.FORGOTTEN)));
    return retired.isPresent();
  }
}
