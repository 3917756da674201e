package rhapsode.learning;

/** What comes of asking for a training run. */
public sealed interface Lesson {
  /** A new model was trained and is in service from now on. */
  record Promoted(ModelVersion model) implements Lesson {}

  /** A model was trained, judged, and not put into service; its reason says why. */
  record Rejected(ModelVersion model) implements Lesson {}

  /**
   * No run took place: one is under way, or there is nothing to learn from.
   *
   * @param sentence one clear sentence for the asker
   */
  record Declined(String sentence) implements Lesson {}

  /**
   * The run broke off; the model in service is unchanged.
   *
   * @param sentence one clear sentence; the log has the cause
   */
  record Failed(String sentence) implements Lesson {}
}
