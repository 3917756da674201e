package rhapsode.prosody;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
    try (InputStream in = Addenda.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + RESOURCE);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /**
   * Reads the format above.
   *
   * @throws IllegalStateException naming the line that is not in that format, or repeats a word
   */
  static Addenda read(BufferedReader lines) {
    Map<String, Pronunciation> words = new HashMap<>();
    lines
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(line -> add(line, words));
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
