package rhapsode.poem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The feet of English verse, under the names of the metres they make. */
public enum Foot {
  IAMBIC("wS"),
  TROCHAIC("Sw"),
  ANAPESTIC("wwS"),
  DACTYLIC("Sww"),
  AMPHIBRACHIC("wSw");

  private final String pattern;

  Foot(String pattern) {
    this.pattern = pattern;
  }

  /** The foot of a name such as {@code iambic}, in any case. */
  public static Optional<Foot> named(String name) {
    return Arrays.stream(values()).filter(foot -> foot.label().equalsIgnoreCase(name)).findFirst();
  }

  /** All names, in lower case. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Foot::label).toList();
  }

  /** Its name, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The metre of a line of so many syllables, as {@link Metre#repeat} makes it. */
  public Metre over(int syllables) {
    return Metre.repeat(pattern, syllables);
  }
}
