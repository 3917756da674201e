package rhapsode.learning;

/** Has models write, and marks what they wrote. Used by one thread. */
public interface Examiner {
  /**
   * The recital of a model whose files are complete, in service or not.
   *
   * @throws RuntimeException if the model cannot be read
   */
  Recital hear(String model);
}
