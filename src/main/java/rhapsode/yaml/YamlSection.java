package rhapsode.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a YAML document. Every getter names the type and the range it accepts; a value
 * outside them, a missing key or, at {@link #close()}, a key nobody asked for stops the reading
 * with one sentence. Not thread-safe.
 *
 * <p>Use it in a try-with-resources statement, so that unknown keys are found.
 */
public final class YamlSection implements AutoCloseable {
  /** Characters of a value, a key or a problem that are said back. */
  private static final int LONGEST_ECHO = 60;

  private final String document;
  private final String path;
  private final Map<String, @Nullable Object> values;
  private final Set<String> asked = new HashSet<>();
  private boolean failed;

  YamlSection(String document, String path, Map<String, @Nullable Object> values) {
    this.document = document;
    this.path = path;
    this.values = values;
  }

  @SuppressWarnings("unchecked")
  static YamlSection of(String document, String path, Object value) {
    if (!(value instanceof Map<?, ?> map)
        || !map.keySet().stream().allMatch(String.class::isInstance)) {
      String where = path.isEmpty() ? "it" : "the key '" + path + "'";
      throw new YamlException(document + ": " + where + " has to be a mapping of keys to values.");
    }
    return new YamlSection(document, path, (Map<String, @Nullable Object>) map);
  }

  /**
   * The same with another value, or one more.
   *
   * @param document what error messages call it
   * @param keys where the value stands, from the outermost section to its own key
   * @throws YamlException if there is a value where a section has to be
   */
  public YamlSection with(String document, List<String> keys, Object value) {
    var changed = new LinkedHashMap<>(values);
    String key = keys.get(0);
    if (keys.size() == 1) {
      changed.put(key, value);
    } else {
      YamlSection inner = has(key) ? section(key) : new YamlSection(document, below(key), Map.of());
      changed.put(key, inner.with(document, keys.subList(1, keys.size()), value).values);
    }
    return new YamlSection(document, path, changed);
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return values.get(key) != null;
  }

  /** All keys, in the order of the file. Those that are not then read still count as unknown. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  public String text(String key) {
    Object value = required(key);
    if (isText(value)) {
      return value.toString();
    }
    throw refused(key, value, "a text");
  }

  private static boolean isText(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  public String text(String key, String otherwise) {
    return has(key) ? text(key) : absent(key, otherwise);
  }

  /** A text out of a closed set. */
  public String choice(String key, List<String> allowed) {
    String value = text(key);
    if (allowed.contains(value)) {
      return value;
    }
    throw refused(key, value, "one of " + allowed);
  }

  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return absent(key, otherwise);
    }
    Object value = required(key);
    if (value instanceof Boolean b) {
      return b;
    }
    throw refused(key, value, "true or false");
  }

  /** A whole number within both bounds, which are allowed themselves. */
  public int integer(String key, int least, int most) {
    Object value = required(key);
    if (value instanceof Integer i && i >= least && i <= most) {
      return i;
    }
    throw refused(key, value, "a whole number from " + least + " to " + most);
  }

  public int integer(String key, int least, int most, int otherwise) {
    return has(key) ? integer(key, least, most) : absent(key, otherwise);
  }

  /** A number within both bounds, which are allowed themselves. */
  public double decimal(String key, double least, double most) {
    Object value = required(key);
    if (value instanceof Number n && n.doubleValue() >= least && n.doubleValue() <= most) {
      return n.doubleValue();
    }
    throw refused(key, value, "a number from " + least + " to " + most);
  }

  public double decimal(String key, double least, double most, double otherwise) {
    return has(key) ? decimal(key, least, most) : absent(key, otherwise);
  }

  /** A mapping inside this one. */
  public YamlSection section(String key) {
    return of(document, below(key), required(key));
  }

  public Optional<YamlSection> optionalSection(String key) {
    asked.add(key);
    return has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** A list of mappings, at least one. */
  public List<YamlSection> sections(String key) {
    List<?> items = list(key);
    var sections = new ArrayList<YamlSection>();
    for (int i = 0; i < items.size(); i++) {
      sections.add(of(document, below(key) + "[" + i + "]", items.get(i)));
    }
    return List.copyOf(sections);
  }

  /** Whether the value of a key is a list. */
  public boolean isList(String key) {
    return values.get(key) instanceof List<?>;
  }

  /** A list of whole numbers within both bounds, at least one. */
  public List<Integer> integers(String key, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof Integer number) || number < least || number > most) {
        throw refused(key, item, "whole numbers from " + least + " to " + most);
      }
      numbers.add(number);
    }
    return List.copyOf(numbers);
  }

  /** A list of texts, at least one. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (!isText(item)) {
        throw refused(key, item, "a list of texts");
      }
      texts.add(item.toString());
    }
    return List.copyOf(texts);
  }

  /** A file or a folder; empty if the key is absent or its text is empty. */
  public Optional<Path> optionalPath(String key) {
    String text = text(key, "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      throw refused(key, text, "the name of a file or a folder");
    }
  }

  /** The exception for a value that is wrong in a way no getter knows. */
  public YamlException wrong(String key, String why) {
    failed = true;
    return new YamlException(document + ": the key '" + below(key) + "' " + why + ".");
  }

  /**
   * Ends the reading.
   *
   * @throws YamlException if the section has a key that nobody asked for
   */
  @Override
  public void close() {
    var unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(asked);
    if (!unknown.isEmpty() && !failed) {
      throw new YamlException(
          "%s: the key '%s' is not known here; the keys are %s."
              .formatted(document, below(unknown.first()), new TreeSet<>(asked)));
    }
  }

  private List<?> list(String key) {
    Object value = required(key);
    if (value instanceof List<?> items && !items.isEmpty() && !items.contains(null)) {
      return items;
    }
    throw refused(key, value, "a list with at least one entry");
  }

  private Object required(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      failed = true;
      throw new YamlException(document + ": the key '" + below(key) + "' is missing.");
    }
    return value;
  }

  private <T> T absent(String key, T otherwise) {
    asked.add(key);
    return otherwise;
  }

  private YamlException refused(String key, Object value, String allowed) {
    String shown = key.contains("secret") || key.contains("password") ? "(hidden)" : shown(value);
    return wrong(key, "is '" + shown + "', but has to be " + allowed);
  }

  /** What holds others is not told in full: a few lines of YAML can mean millions of values. */
  private static String shown(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "{}" : "{…}";
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? "[]" : "[…]";
    }
    return value instanceof byte[] ? "binary" : shortened(value.toString());
  }

  /** A text, on one line and short enough to be said back. */
  public static String shortened(String text) {
    String start =
        text.codePointCount(0, text.length()) <= LONGEST_ECHO
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    return start.replaceAll("\\p{Cntrl}", " ");
  }

  private String below(String key) {
    String shown = shortened(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }
}
