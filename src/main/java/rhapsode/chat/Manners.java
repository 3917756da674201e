package rhapsode.chat;

import java.util.Optional;
import rhapsode.wording.Phrase;

/** How often somebody may ask for something. Thread-safe. */
@FunctionalInterface
public interface Manners {
  /**
   * What somebody is told who has to wait.
   *
   * @param why and for how long
   * @param again whether they have heard it in the last minute already
   */
  record Refusal(Phrase why, boolean again) {}

  /**
   * Counts an invocation that is about to run.
   *
   * @param cost what answering it takes
   * @return why it has to wait, and for how long; empty if it may run
   */
  Optional<Refusal> refusal(Invocation invocation, Cost cost);
}
