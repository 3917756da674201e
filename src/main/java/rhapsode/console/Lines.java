package rhapsode.console;

import java.util.concurrent.CompletableFuture;

/**
 * Where the console reads and writes: a terminal, a pipe, or a test. Reading is for one thread;
 * everything else is thread-safe.
 */
interface Lines extends AutoCloseable {
  /** Waits for the next command. */
  Input command();

  /**
   * Waits for the answer to a question. Answers are remembered nowhere: a poem that is withdrawn
   * must not live on in a history.
   *
   * @param prompt shown before it where somebody sits there
   */
  Input answer(String prompt);

  /** Shows text; what could steer a terminal is left out of it. */
  void show(String text);

  /** Begins to show how far some work is. */
  Activity activity();

  /** Whether somebody sits there, who would like to go on typing while long work is under way. */
  boolean interactive();

  /** Completes when somebody presses Ctrl-C from now on, while no line is read. */
  default CompletableFuture<Void> interrupt() {
    return new CompletableFuture<>();
  }

  /** Leaves the screen as it was found. */
  @Override
  default void close() {}
}
