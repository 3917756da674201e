package rhapsode.community;

/** What comes of giving a poem. */
public sealed interface SubmissionResult {
  /** It is stored. */
  record Accepted(SubmittedPoem poem) implements SubmissionResult {}

  /**
   * It is not.
   *
   * @param sentence one clear sentence with the remedy
   */
  record Refused(String sentence) implements SubmissionResult {}
}
