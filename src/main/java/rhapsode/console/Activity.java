package rhapsode.console;

/** Shows how far one piece of work is. Thread-safe. */
interface Activity {
  /**
   * Takes the place of what was shown before, where that can be done.
   *
   * @param fraction of the work done, 0 to 1
   */
  void update(double fraction, String text);

  /** Nothing more will come. */
  void end();
}
