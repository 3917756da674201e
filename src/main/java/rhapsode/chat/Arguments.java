package rhapsode.chat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The options of an invocation, checked against the command's description. */
public final class Arguments {
  private final Map<String, String> values;

  Arguments(Map<String, String> values) {
    this.values = values;
  }

  /** A required text. */
  public String text(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException("option " + name + " was not checked"));
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A required yes or no. */
  public boolean flag(String name) {
    return YesNo.of(text(name)).orElseThrow();
  }

  /** A yes or no that may be left out. */
  public boolean flag(String name, boolean otherwise) {
    return values.containsKey(name) ? flag(name) : otherwise;
  }

  public OptionalDouble number(String name) {
    return values.containsKey(name)
        ? OptionalDouble.of(Double.parseDouble(text(name).strip()))
        : OptionalDouble.empty();
  }

  /** A required whole number. */
  public long whole(String name) {
    return Long.parseLong(text(name).strip());
  }
}
