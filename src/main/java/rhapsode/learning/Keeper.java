package rhapsode.learning;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.learning.ModelVersion.State;
import rhapsode.wording.Phrase;

/**
 * Keeps models in order: which files stay, which one comes back, and what a program that died left
 * behind. Thread-safe as far as the history is.
 */
final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final Course course;
  private final ModelHistory history;
  private final Faculty faculty;
  private final int kept;

  /**
   * A keeper.
   *
   * @param kept how many retired models stay, so that they can come back
   */
  Keeper(Course course, int kept) {
    this.course = course;
    this.history = course.history();
    this.faculty = course.faculty();
    this.kept = kept;
  }

  /**
   * Puts right what a program left that died: files that belong to no model that could serve are
   * removed, those of one that could are taken to other processes if they have not got them (the
   * database may come from a backup, or from one that had no others), and if the model in service
   * cannot be read the base model serves, in the history too unless other processes may be able to
   * read it.
   */
  void recover() {
    Optional<String> serving = history.inService().map(ModelVersion::name);
    if (serving.isPresent() && !serving.get().equals(faculty.stage().current())) {
      LOG.warn("The model {} cannot serve here; the base model does", serving.get());
      if (!history.isShared()) {
        history.exchange(serving, Optional.empty());
        history.forget(serving.get());
      }
    }
    new Follower(history, faculty).tidy();
    share();
    faculty.courier().prune();
  }

  private void share() {
    List<String> kept = faculty.tutor().kept();
    history.all().stream()
        .filter(v -> v.state() == State.IN_SERVICE || v.state() == State.RETIRED)
        .map(ModelVersion::name)
        .filter(name -> kept.contains(name) && !faculty.courier().has(name))
        .forEach(faculty.courier()::send);
  }

  /**
   * Lets go of models that are too old, or that know what they may not know any longer; if the one
   * in service does, and nothing better came of a run, the base model takes its place.
   */
  void tidy() {
    Optional<ModelVersion> serving = history.inService();
    if (serving.isPresent() && course.knowsWhatItMayNot(serving.get().name())) {
      LOG.info(
          "The model {} knows a poem that was taken back; the base model takes its place",
          serving.get().name());
      exchange(Optional.empty());
    }
    int count = 0;
    for (ModelVersion model : retired()) {
      if (course.knowsWhatItMayNot(model.name()) || ++count > kept) {
        forget(model.name());
      }
    }
    faculty.courier().prune();
  }

  private List<ModelVersion> retired() {
    return history.all().stream().filter(v -> v.state() == State.RETIRED).toList();
  }

  /** First the history, then the files: a model without files must not be thought to be there. */
  private void forget(String model) {
    if (history.forget(model)) {
      faculty.tutor().discard(model);
    }
  }

  /**
   * Puts an earlier model back into service.
   *
   * @param wanted its name; empty for the last that served before
   * @return what came of it
   */
  Phrase rollback(Optional<String> wanted) {
    String base = faculty.tutor().base();
    String current = faculty.stage().current();
    String target =
        wanted.orElseGet(
            () ->
                retired().stream()
                    .map(ModelVersion::name)
                    .filter(name -> !course.knowsWhatItMayNot(name))
                    .findFirst()
                    .orElse(base));
    if (target.equals(current)) {
      return Phrase.of("rollback.already", current);
    }
    boolean isBase = target.equals(base);
    if (!isBase && retired().stream().noneMatch(model -> model.name().equals(target))) {
      return Phrase.of("rollback.unknown", target);
    }
    if (!isBase && course.knowsWhatItMayNot(target)) {
      return Phrase.of("rollback.knows", target);
    }
    return exchange(isBase ? Optional.empty() : Optional.of(target))
        ? Phrase.of("rollback.done", target, current)
        : Phrase.of("rollback.changed");
  }

  /** Reads the model first, so that nothing is changed if that fails. */
  private boolean exchange(Optional<String> to) {
    Optional<String> from = history.inService().map(ModelVersion::name);
    Runnable entrance = faculty.stage().ready(to.orElse(faculty.tutor().base()));
    boolean exchanged = history.exchange(from, to);
    if (exchanged) {
      entrance.run();
    }
    return exchanged;
  }
}
