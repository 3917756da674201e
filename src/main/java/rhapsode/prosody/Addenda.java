package rhapsode.prosody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that the large lexicon lacks or has wrong and no rule reaches, from a text resource: one
 * word a line, a blank, the sounds in CMU's notation; {@code #} begins a comment.
 */
final class Addenda {
  private static final String RESOURCE = "pronunciations.txt";

  private final Map<String, Pronunciation> words;

  private Addenda(Map<String, Pronunciation> words) {
    this.words = Map.copyOf(words);
  }

  static Addenda load() {
    return of(TextResource.lines(RESOURCE));
  }

  /**
   * Reads the format above, comments gone.
   *
   * @throws IllegalStateException naming the line that is not in that format, or repeats a word
   */
  static Addenda of(List<String> lines) {
    Map<String, Pronunciation> words = new HashMap<>();
    lines.forEach(line -> add(line, words));
    return new Addenda(words);
  }

  Optional<Pronunciation> find(String word) {
    return Optional.ofNullable(words.get(word));
  }

  private static void add(String line, Map<String, Pronunciation> words) {
    String[] entry = line.split("\\s+", 2);
    try {
      if (entry.length < 2 || words.put(entry[0], Pronunciation.parse(entry[1])) != null) {
        throw new IllegalStateException("no sounds, or the word a second time: " + line);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("not in CMU's notation: " + line, e);
    }
  }
}
