package rhapsode.network.layer;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * The very source of this package, compiled with {@code double} in the place of {@code float}: what
 * DL4J's gradient check needs, since differences in single precision tell little.
 */
final class DoublePrecision {
  private static final String PACKAGE = "rhapsode.network.layer";
  private final ClassLoader classes;

  private DoublePrecision(ClassLoader classes) {
    this.classes = classes;
  }

  /** Compiles into a folder. */
  static DoublePrecision compile(Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d"));
    arguments.add(folder.toString());
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    Path original = Path.of("src/main/java", PACKAGE.replace('.', '/'));
    try (var files = Files.newDirectoryStream(original, "*.java")) {
      for (Path file : files) {
        if (!file.endsWith("package-info.java")) {
          Path copy = sources.resolve(file.getFileName().toString());
          Files.writeString(copy, doubled(Files.readString(file)));
          arguments.add(copy.toString());
        }
      }
    }
    compile(arguments);
    URL[] where = {folder.toUri().toURL()};
    return new DoublePrecision(new URLClassLoader(where, DoublePrecision.class.getClassLoader()));
  }

  private static void compile(List<String> arguments) {
    var messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, null);
    var units = files.getJavaFileObjects(sources(arguments));
    List<String> options = arguments.stream().filter(a -> !a.endsWith(".java")).toList();
    if (!compiler.getTask(messages, files, null, options, null, units).call()) {
      throw new IllegalStateException(messages.toString());
    }
  }

  private static String[] sources(List<String> arguments) {
    return arguments.stream().filter(a -> a.endsWith(".java")).toArray(String[]::new);
  }

  private static String doubled(String source) {
    return source
        .replace("package " + PACKAGE + ";", "package " + PACKAGE + ".doubled;")
        .replace(PACKAGE + ".FloatMatrix", PACKAGE + ".doubled.FloatMatrix")
        .replaceAll("\\bfloat\\b", "double")
        .replaceAll("\\bFloat\\b", "Double")
        .replaceAll("\\bFloat(Pointer|Buffer)\\b", "Double$1")
        .replaceAll("\\bcblas_s(gem[mv])\\b", "cblas_d$1")
        .replaceAll("\\bDataType\\.FLOAT\\b", "DataType.DOUBLE")
        .replaceAll("\\basFloat\\(", "asDouble(")
        .replaceAll("\\b([0-9.]+)f\\b", "$1d");
  }

  /** Has layers of the doubled package work on so many threads. */
  void use(int threads) throws ReflectiveOperationException {
    Class.forName(PACKAGE + ".doubled.ThreadTeam", true, classes)
        .getMethod("resize", int.class)
        .invoke(null, threads);
  }

  /** A configuration of the doubled package, made by its constructor. */
  Layer layer(String name, Object... arguments) throws ReflectiveOperationException {
    var type = Class.forName(PACKAGE + ".doubled." + name, true, classes);
    for (var constructor : type.getConstructors()) {
      if (constructor.getParameterCount() == arguments.length) {
        return (Layer) constructor.newInstance(arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }
}
