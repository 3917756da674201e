package rhapsode.bench.libtorch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The key=value arguments of one mode, checked as they are read: an unknown key, a repeated key or
 * a value that does not fit is an {@link IllegalArgumentException} whose message is one sentence.
 */
final class Arguments {
  /** What every mode takes. */
  private static final Set<String> COMMON = Set.of("threads", "seed", "library", "onednn", "flush");

  private final Map<String, String> values = new LinkedHashMap<>();

  Arguments(String mode, String[] words, Set<String> known) {
    for (int i = 1; i < words.length; i++) {
      int sign = words[i].indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException("Write \"" + words[i] + "\" as key=value.");
      }
      String key = words[i].substring(0, sign);
      if (!known.contains(key) && !COMMON.contains(key)) {
        throw new IllegalArgumentException(
            "The mode \"" + mode + "\" has no argument \"" + key + "\".");
      }
      if (values.put(key, words[i].substring(sign + 1)) != null) {
        throw new IllegalArgumentException("The argument \"" + key + "\" is given twice.");
      }
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) {
    String value = values.get(key);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("The argument \"" + key + "\" is missing.");
    }
    return value;
  }

  String choice(String key, String... choices) {
    String value = values.getOrDefault(key, choices[0]);
    if (!Set.of(choices).contains(value)) {
      throw new IllegalArgumentException(
          "The argument \"" + key + "\" must be one of " + String.join(", ", choices) + ".");
    }
    return value;
  }

  boolean flag(String key, boolean otherwise) {
    String no = String.valueOf(otherwise);
    return Boolean.parseBoolean(choice(key, no, String.valueOf(!otherwise)));
  }

  int count(String key, int otherwise) {
    double value = number(key, otherwise, 1, Integer.MAX_VALUE);
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException("The argument \"" + key + "\" must be a whole number.");
    }
    return (int) value;
  }

  long seed() {
    try {
      return Long.parseLong(values.getOrDefault("seed", "1"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The argument \"seed\" must be a whole number.", e);
    }
  }

  double number(String key, double otherwise, double least, double most) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The argument \"" + key + "\" must be a number.", e);
    }
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(
          "The argument \"" + key + "\" must lie between " + least + " and " + most + ".");
    }
    return number;
  }
}
