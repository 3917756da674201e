package rhapsode.chat;

import java.util.Optional;
import java.util.function.Consumer;

/** Is told of all that people ask of the bot. Thread-safe; returns at once and never throws. */
@FunctionalInterface
public interface InvocationListener {
  /** Nobody listens. */
  InvocationListener NONE = (command, platform) -> result -> {};

  /** What came of an invocation. */
  enum Result {
    /** The command ran to its end; that may have been a sentence on why it did nothing. */
    ANSWERED,
    /** There is no such command, it is not for this person, or an option is wrong. */
    REFUSED,
    /** Asked too often. */
    THROTTLED,
    /** It broke off; the log has the cause. */
    FAILED
  }

  /**
   * An invocation begins.
   *
   * @param command empty if there is none of this name, which may be anything that was typed
   * @param platform where it was given
   * @return is told when the last word is said, on any thread
   */
  Consumer<Result> begun(Optional<Description> command, String platform);
}
