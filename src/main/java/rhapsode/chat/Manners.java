package rhapsode.chat;

import java.util.Optional;
import rhapsode.wording.Phrase;

/** How often somebody may ask for something. Thread-safe. */
@FunctionalInterface
public interface Manners {
  /**
   * Counts an invocation that is about to run.
   *
   * @param cost what answering it takes
   * @return why it has to wait, and for how long; empty if it may run
   */
  Optional<Phrase> refusal(Invocation invocation, Cost cost);
}
