package rhapsode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import rhapsode.network.ModelFolder;

/**
 * The folder that {@code --out} names, in which files of a model that was there are removed: only a
 * model is replaced, nothing else.
 */
record Destination(Path folder) {
  /**
   * Why no model may be written there.
   *
   * @param source the model that is learned from, if there is one
   * @return a sentence for the user; empty if one may be
   * @throws FileFault if the folder cannot be read
   */
  Optional<String> objection(Optional<Path> source) {
    if (source.filter(this::holds).isPresent()) {
      return Optional.of(
          "--out %s is or holds the model that is learned from; name another folder."
              .formatted(folder));
    }
    return isFree() || isModel()
        ? Optional.empty()
        : Optional.of(
            "--out %s has something in it that is no model; name a new folder, or one with a model to replace."
                .formatted(folder));
  }

  private boolean holds(Path model) {
    return ModelFolders.real(model).startsWith(ModelFolders.real(folder));
  }

  private boolean isFree() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new FileFault("The folder " + folder + " cannot be read.", e);
    }
  }

  /** Also one whose training was broken off before it had made anything. */
  private boolean isModel() {
    return new ModelFolder(folder).exists()
        || Files.isRegularFile(folder.resolve(NetworkTutor.CHECKPOINT));
  }
}
