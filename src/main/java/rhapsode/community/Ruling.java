package rhapsode.community;

/** What comes of a moderator's word. */
public sealed interface Ruling {
  /**
   * It counts, and is kept.
   *
   * @param poem as it stands now
   */
  record Done(SubmittedPoem poem) implements Ruling {}

  /**
   * It came too late or changes nothing: somebody decided before, or the author took the poem back.
   *
   * @param poem as it stands
   */
  record Settled(SubmittedPoem poem) implements Ruling {}

  /** There is no such poem. */
  record Unknown() implements Ruling {}
}
