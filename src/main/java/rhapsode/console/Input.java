package rhapsode.console;

/** What comes from the keyboard or the pipe. */
sealed interface Input {
  /** A line, without its line break. */
  record Line(String text) implements Input {}

  /** Ctrl-C: never mind what was begun. */
  record Interrupt() implements Input {}

  /** There will be no more. */
  record End() implements Input {}
}
