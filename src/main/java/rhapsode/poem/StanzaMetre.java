package rhapsode.poem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlSection;

/** Reads the key {@code metre} of a stanza: a foot for all lines, or a pattern for each. */
final class StanzaMetre {
  private static final String KEY = "metre";

  private StanzaMetre() {}

  /**
   * One metre a line, empty if the stanza has none.
   *
   * @param syllables how long each line has to be
   * @throws YamlException if there is a metre that no line of that length can have
   */
  static List<Optional<Metre>> read(YamlSection stanza, List<OptionalInt> syllables) {
    if (!stanza.has(KEY)) {
      return Collections.nCopies(syllables.size(), Optional.empty());
    }
    if (syllables.stream().anyMatch(OptionalInt::isEmpty)) {
      throw stanza.wrong(KEY, "needs the key 'syllables' beside it");
    }
    List<Integer> counts = syllables.stream().map(OptionalInt::getAsInt).toList();
    return stanza.isList(KEY) ? patterns(stanza, counts) : feet(stanza, counts);
  }

  private static List<Optional<Metre>> feet(YamlSection stanza, List<Integer> counts) {
    Foot foot = Foot.named(stanza.choice(KEY, Foot.names())).orElseThrow();
    return counts.stream().map(count -> Optional.of(foot.over(count))).toList();
  }

  private static List<Optional<Metre>> patterns(YamlSection stanza, List<Integer> counts) {
    List<String> patterns = stanza.texts(KEY);
    if (patterns.size() != counts.size()) {
      throw stanza.wrong(KEY, "has to name as many lines as 'rhymes', " + counts.size());
    }
    var metres = new ArrayList<Optional<Metre>>();
    for (int i = 0; i < counts.size(); i++) {
      String pattern = patterns.get(i);
      if (!pattern.matches("[wS]+") || pattern.length() != counts.get(i)) {
        throw stanza.wrong(
            KEY,
            "has '%s' for a line, but that has to be %d of 'w' and 'S'"
                .formatted(YamlSection.shortened(pattern), counts.get(i)));
      }
      metres.add(Optional.of(new Metre(pattern)));
    }
    return metres;
  }
}
