package rhapsode.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Opens YAML documents as {@link YamlSection}s. Only plain values are read, never Java objects, and
 * only of documents of a size that people write.
 */
public final class YamlFile {
  /** Characters of the longest document; ours have some thousands. */
  static final int LONGEST = 128 * 1024;

  /** Lists and mappings within each other, in brackets; ours have three. */
  private static final int DEEPEST = 100;

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @throws YamlException if it is missing, unreadable or not YAML
   */
  public static YamlSection read(Path file) {
    try {
      if (Files.size(file) > 4L * LONGEST) {
        throw tooLong(file.toString());
      }
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
    Optional<Object> root = value(yaml, name);
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
    if (yaml.length() > LONGEST) {
      throw tooLong(name);
    }
    if (isTooDeep(yaml)) {
      throw tooDeep(name, null);
    }
    return Optional.ofNullable(load(yaml, name));
  }

  /**
   * Whether it opens more lists and mappings than anybody means to; brackets within texts count
   * too. The library takes a time for them that grows with their square, and a stack.
   */
  private static boolean isTooDeep(String yaml) {
    int depth = 0;
    for (int i = 0; i < yaml.length() && depth <= DEEPEST; i++) {
      switch (yaml.charAt(i)) {
        case '[', '{' -> depth++;
        case ']', '}' -> depth = Math.max(0, depth - 1);
        default -> {}
      }
    }
    return depth > DEEPEST;
  }

  /** No cause is kept: the library's messages quote the line, and a secret may stand in it. */
  @SuppressWarnings("UnusedException")
  private static @Nullable Object load(String yaml, String name) {
    var settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    try {
      return new Load(settings).loadFromString(yaml);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      // What begins with * or ! is named, and may be meant for a password.
      String named = String.valueOf(e.getProblem()).replaceFirst("(?s)\\b(alias|tag) .*", "$1");
      String problem = YamlSection.shortened(named);
      throw new YamlException(name + line + " is not YAML: " + problem + ".");
    } catch (RuntimeException e) {
      // Not only the library's own: a tag that promises a number lets one of the JDK's through.
      throw new YamlException(name + " is not YAML.");
    } catch (StackOverflowError e) {
      throw tooDeep(name, e); // Lists in lists need no brackets: "- - - -".
    }
  }

  private static YamlException tooDeep(String name, @Nullable Throwable cause) {
    return new YamlException(
        name + " is nested too deep to be read; look for brackets that are not closed.", cause);
  }

  private static YamlException tooLong(String name) {
    return new YamlException(
        "%s is too long to be read; it may have %,d characters.".formatted(name, LONGEST));
  }
}
