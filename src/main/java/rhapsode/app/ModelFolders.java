package rhapsode.app;

import java.nio.file.Path;
import rhapsode.network.ModelFolder;

/**
 * Where models lie.
 *
 * @param base folder of the base model
 * @param taught folder in which each model that was taught has a folder of its name
 */
record ModelFolders(Path base, Path taught) {
  private static final String UNFINISHED = ".fetch-";

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
