package rhapsode.poet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;
import rhapsode.yaml.YamlSection;

/**
 * The moods that can be asked for, read from data. Immutable.
 *
 * @param all in the order of the file
 */
public record Moods(List<Mood> all) {
  public Moods {
    all = List.copyOf(all);
  }

  /** The moods that Rhapsode comes with. */
  public static Moods load() {
    return read(YamlFile.resource(Moods.class, "moods.yml"));
  }

  /**
   * Parses {@code moods.yml}.
   *
   * @throws YamlException if it is malformed
   */
  static Moods read(YamlSection document) {
    try (document) {
      var moods = new ArrayList<Mood>();
      for (YamlSection section : document.sections("moods")) {
        try (section) {
          moods.add(
              new Mood(section.text("name"), List.of(section.text("words").strip().split("\\s+"))));
        }
      }
      return new Moods(moods);
    }
  }

  /** The names of all. */
  public List<String> names() {
    return all.stream().map(Mood::name).toList();
  }

  /** The mood of a name, in any case. */
  public Optional<Mood> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return all.stream().filter(mood -> mood.name().equals(wanted)).findFirst();
  }
}
