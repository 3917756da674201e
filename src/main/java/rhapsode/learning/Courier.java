package rhapsode.learning;

/** Takes the files of models to where other processes find them. Thread-safe. */
public interface Courier {
  /** Where all processes see the same files, or there is only one. */
  Courier NONE =
      new Courier() {
        @Override
        public void send(String model) {}

        @Override
        public boolean has(String model) {
          return true;
        }

        @Override
        public void prune() {}
      };

  /**
   * Takes a model there; nobody fetches it before the history names it.
   *
   * @throws RuntimeException if that fails
   */
  void send(String model);

  /** Whether a model is there. */
  boolean has(String model);

  /** Lets go there of what can serve no longer. */
  void prune();
}
