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
  String baseName() {
    return new ModelFolder(base).name();
  }

  /** The folder of a model, the base model or another. */
  Path of(String model) {
    return model.equals(baseName()) ? base : taught.resolve(model);
  }
}
