package rhapsode.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Opens YAML documents as {@link YamlSection}s. Only plain values are read, never Java objects. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @throws YamlException if it is missing, unreadable or not YAML
   */
  public static YamlSection read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    } catch (NoSuchFileException e) {
      throw new YamlException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new YamlException("The file " + file + " cannot be read as UTF-8 text.", e);
    }
  }

  /** Reads a resource of the class path that must be there. */
  public static YamlSection resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name + " beside " + owner);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new YamlException("The resource " + name + " cannot be read.", e);
    }
  }

  /**
   * Parses text.
   *
   * @param name what error messages call the document
   */
  public static YamlSection parse(String yaml, String name) {
    Optional<Object> root = load(yaml, name);
    return root.isEmpty()
        ? new YamlSection(name, "", Map.of())
        : YamlSection.of(name, "", root.get());
  }

  /**
   * Parses a single value, such as {@code 3}, {@code true}, {@code [1, 2]} or a text.
   *
   * @param name what error messages call it
   * @return empty if there is nothing in it
   */
  public static Optional<Object> value(String yaml, String name) {
    return load(yaml, name);
  }

  private static Optional<Object> load(String yaml, String name) {
    var settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    try {
      return Optional.ofNullable(new Load(settings).loadFromString(yaml));
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw new YamlException(name + line + " is not YAML: " + e.getProblem() + ".", e);
    } catch (YamlEngineException e) {
      throw new YamlException(name + " is not YAML.", e);
    } catch (StackOverflowError e) {
      // The engine bounds aliases and length, but not how deep a document is nested.
      throw new YamlException(name + " is nested too deeply.", e);
    }
  }
}
