package rhapsode.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;
import rhapsode.poet.Repertoire;

/**
 * Reads models, and has those fetched that another process trained.
 *
 * @param fetch brings a model's files into its folder; false if there are none to bring
 */
record ModelReader(ModelFolders folders, Repertoires repertoires, Predicate<String> fetch) {
  /**
   * What a poet writes with.
   *
   * @throws ModelException if there is no such model, or it is damaged
   */
  Repertoire read(String model) {
    Path folder = folders.of(model);
    boolean fetched = !new ModelFolder(folder).exists() && fetched(model);
    try {
      return repertoires.of(folder);
    } catch (ModelException e) {
      // What was damaged here may be whole where it came from.
      if (fetched || !fetched(model)) {
        throw e;
      }
      return repertoires.of(folder);
    }
  }

  /** The same for poets that have not heard the community yet. */
  ModelReader withoutCommunity() {
    return new ModelReader(folders, repertoires.withoutCommunity(), fetch);
  }

  private boolean fetched(String model) {
    try {
      return !model.equals(folders.baseName()) && fetch.test(model);
    } catch (UncheckedIOException e) {
      throw new ModelException(
          "The model %s could not be fetched: %s.".formatted(model, e.getMessage()), e);
    }
  }
}
