package rhapsode.learning;

import rhapsode.wording.Phrase;

/** What comes of asking for a training run. */
public sealed interface Lesson {
  /** A new model was trained and is in service from now on. */
  record Promoted(ModelVersion model, Report report) implements Lesson {}

  /**
   * A model was trained, judged, and not put into service.
   *
   * @param why goes on after "was not put into service: "; the model keeps it in English
   * @param report what was found out about it
   */
  record Rejected(ModelVersion model, Phrase why, Report report) implements Lesson {}

  /**
   * No run took place: one is under way, or there is nothing to learn from.
   *
   * @param sentence for the asker
   */
  record Declined(Phrase sentence) implements Lesson {}

  /**
   * The run broke off; the model in service is unchanged.
   *
   * @param sentence for the asker; the log has the cause
   */
  record Failed(Phrase sentence) implements Lesson {}
}
