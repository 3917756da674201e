package rhapsode.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import rhapsode.network.Learner;

/**
 * The jars that a worker has to get, since its Spark does not have them: the program, what it
 * needs, and this artifact. Where the classes do not come from a jar there are none.
 */
record OurJars(List<Path> jars) {
  static OurJars found() {
    Path program = place(Learner.class);
    if (!Files.isRegularFile(program)) {
      return new OurJars(List.of());
    }
    var jars = new ArrayList<Path>();
    jars.add(place(OurJars.class));
    jars.add(program);
    jars.addAll(libraries(program));
    return new OurJars(jars);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar has an address", e);
    }
  }

  /** What its manifest names and is there; the libraries of this artifact are Spark's own. */
  private static List<Path> libraries(Path program) {
    try (var jar = new JarFile(program.toFile())) {
      String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      var libraries = new ArrayList<Path>();
      for (String name : names == null ? new String[0] : names.split(" ")) {
        Path library = program.resolveSibling(name);
        if (name.startsWith("lib/") && Files.isRegularFile(library)) {
          libraries.add(library);
        }
      }
      return libraries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isEmpty() {
    return jars.isEmpty();
  }

  String[] paths() {
    return jars.stream().map(Path::toFile).map(File::getAbsolutePath).toArray(String[]::new);
  }
}
