package rhapsode.app;

import java.io.IOException;
import java.nio.file.Path;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;

/**
 * Where models lie.
 *
 * @param base folder of the base model
 * @param taught folder in which each model that was taught has a folder of its name
 */
record ModelFolders(Path base, Path taught) {
  private static final String UNFINISHED = ".fetch-";

  /**
   * The folders of a bot, which removes what it taught and needs no longer.
   *
   * @throws ModelException if the base model lies where the taught ones do
   */
  static ModelFolders apart(Path base, Path taught) {
    if (real(base).startsWith(real(taught))) {
      throw new ModelException(
          "The base model %s lies in %s, where trained models come and go; give those a folder of their own with models.shared."
              .formatted(base, taught));
    }
    return new ModelFolders(base, taught);
  }

  /** The folder itself, whatever links lead to it. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize(); // It is not there yet.
    }
  }

  String baseName() {
    return new ModelFolder(base).name();
  }

  /** Where a model is put together before it is whole; no model has such a name. */
  Path unfinished(String model) {
    return taught.resolve(UNFINISHED + model);
  }

  /** Whether a folder's name is one of those. */
  static boolean isUnfinished(String name) {
    return name.startsWith(UNFINISHED);
  }

  /** The folder of a model, the base model or another. */
  Path of(String model) {
    return model.equals(baseName()) ? base : taught.resolve(model);
  }
}
