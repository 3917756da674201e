package rhapsode.community;

import rhapsode.wording.Phrase;

/** What comes of giving a poem. */
public sealed interface Receipt {
  /** The poem is stored, and survives a crash from now on. Its number is its id. */
  record Accepted(SubmittedPoem poem) implements Receipt {}

  /**
   * Nothing was stored.
   *
   * @param sentence names the fault and the remedy, for the author
   */
  record Refused(Phrase sentence) implements Receipt {}
}
