package rhapsode.chat.command;

import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.wording.Phrase;

/** What came of trainings, in words. */
public final class Lessons {
  private Lessons() {}

  /** One sentence on a training that ended, or on none. */
  public static Phrase sentence(Lesson lesson) {
    if (lesson instanceof Lesson.Promoted promoted) {
      ModelVersion model = promoted.model();
      return Phrase.of(
          "retrain.learned", model.poems(), model.name(), model.after(), model.before());
    }
    if (lesson instanceof Lesson.Rejected rejected) {
      return Phrase.of("retrain.rejected", rejected.why());
    }
    return lesson instanceof Lesson.Declined declined
        ? declined.sentence()
        : ((Lesson.Failed) lesson).sentence();
  }
}
