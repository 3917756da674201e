package rhapsode.app.doctor;

import java.nio.file.Path;
import java.time.Duration;

/** Has a model write. */
@FunctionalInterface
public interface Trial {
  /**
   * Loads the model in a folder, with all its files verified, and has it write a couplet.
   *
   * @throws rhapsode.network.ModelException if there is none, or it cannot be used
   */
  Result of(Path folder);

  /**
   * What came of it.
   *
   * @param words in the model's vocabulary
   * @param couplet its lines
   */
  record Result(String model, int words, String couplet, Duration loading, Duration writing) {}
}
