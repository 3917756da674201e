package rhapsode.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.learning.ModelVersion.State;

/**
 * Has the model write that the history has in service, whichever process put it there, and lets go
 * of files that no model needs any more. To be called every few seconds by one thread.
 */
public final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final ModelHistory history;
  private final Faculty faculty;
  private Optional<String> failed = Optional.empty();

  public Follower(ModelHistory history, Faculty faculty) {
    this.history = history;
    this.faculty = faculty;
  }

  /**
   * Looks once. Where the model cannot be fetched or read, the one before goes on writing and the
   * next look tries again. Never throws.
   */
  public void follow() {
    try {
      String wanted = wanted();
      if (!wanted.equals(faculty.stage().current())) {
        enter(wanted);
      }
      tidy();
    } catch (RuntimeException e) {
      LOG.warn("The models could not be looked after; the next look tries again", e);
    }
  }

  private String wanted() {
    return history.inService().map(ModelVersion::name).orElse(faculty.tutor().base());
  }

  private void enter(String model) {
    Runnable entrance;
    try {
      entrance = faculty.stage().ready(model);
    } catch (RuntimeException e) {
      failed(model, e);
      return;
    }
    failed = Optional.empty();
    // Reading took a while; if another one was put into service meanwhile, the next look enters it.
    if (wanted().equals(model) && !faculty.stage().current().equals(model)) {
      entrance.run();
      LOG.info("The model {} writes from now on", model);
    }
  }

  /** Tells of each model once, not at every look. */
  private void failed(String model, RuntimeException fault) {
    if (failed.filter(model::equals).isEmpty()) {
      LOG.error(
          "The model {} is in service and cannot be read here; {} goes on writing",
          model,
          faculty.stage().current(),
          fault);
    }
    failed = Optional.of(model);
  }

  /**
   * Removes files of models that no longer could serve and that no run goes on with. What files
   * there are is asked first: whatever comes later is not among them. A folder that has no name of
   * a model of this bot is somebody else's and stays.
   */
  void tidy() {
    List<String> kept = faculty.tutor().kept();
    if (kept.isEmpty()) {
      return;
    }
    String base = faculty.tutor().base();
    List<ModelVersion> versions = history.all();
    Set<String> used = new HashSet<>();
    used.add(base);
    used.add(faculty.stage().current());
    history.running().map(TrainingRun::model).ifPresent(used::add);
    versions.stream()
        .filter(v -> v.state() == State.IN_SERVICE || v.state() == State.RETIRED)
        .map(ModelVersion::name)
        .forEach(used::add);
    Set<String> made = versions.stream().map(ModelVersion::name).collect(Collectors.toSet());
    kept.stream()
        .filter(name -> made.contains(name) || TrainingRun.isNameFor(base, name))
        .filter(name -> !used.contains(name))
        .forEach(faculty.tutor()::discard);
  }
}
