package rhapsode.console;

import org.jspecify.annotations.Nullable;

/** Where the console reads and writes: a terminal, a pipe, or a test. */
interface Lines {
  /**
   * The next line.
   *
   * @param prompt shown before it where somebody sits there
   * @return null at the end of the input
   */
  @Nullable String read(String prompt);

  /** Shows text, from any thread. */
  void show(String text);

  /** Whether somebody sits there, who would like to go on typing while long work is under way. */
  boolean interactive();
}
