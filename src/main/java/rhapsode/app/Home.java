package rhapsode.app;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;

/** Finds what the program came with: in the current folder, or beside the program. */
final class Home {
  private Home() {}

  /** The path itself if it is there, else the same path in the program's own folder, if there. */
  static Path find(Path path) {
    if (Files.exists(path) || path.isAbsolute()) {
      return path;
    }
    return program().map(folder -> folder.resolve(path)).filter(Files::exists).orElse(path);
  }

  /** When the program was built; empty where that cannot be told. */
  static Optional<Instant> builtAt() {
    return code()
        .map(Path::toFile)
        .map(File::lastModified)
        .filter(millis -> millis > 0)
        .map(Instant::ofEpochMilli);
  }

  /** The folder that holds {@code target/} or the jar. */
  private static Optional<Path> program() {
    return code()
        .map(Path::getParent)
        .map(f -> f.endsWith("target") && f.getParent() != null ? f.getParent() : f);
  }

  /** The jar, or the folder of the classes. */
  private static Optional<Path> code() {
    CodeSource source = Home.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The folder of the base model.
   *
   * @param wanted as set; empty for the one in {@code models/}
   * @throws ModelException if there is none, or more than one to choose from
   */
  static Path baseModel(Optional<Path> wanted) {
    if (wanted.isPresent()) {
      return find(wanted.get());
    }
    Path models = find(Path.of("models"));
    List<Path> found = List.of();
    if (Files.isDirectory(models)) {
      try (Stream<Path> folders = Files.list(models)) {
        found = folders.filter(folder -> new ModelFolder(folder).exists()).sorted().toList();
      } catch (IOException e) {
        throw new ModelException("The folder " + models + " cannot be read.", e);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new ModelException(
        found.isEmpty()
            ? "There is no model in " + models + "; train one with 'rhapsode train'."
            : "There are several models in %s; name one with the setting models.base or the option --model."
                .formatted(models));
  }
}
