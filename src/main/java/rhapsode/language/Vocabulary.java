package rhapsode.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The tokens a model knows, numbered from 0. The first four are the structure tokens; the rest come
 * by falling frequency, equals in alphabetical order, so the numbering does not depend on the order
 * of the texts. Immutable.
 */
public final class Vocabulary {
  public static final int UNKNOWN = 0;
  public static final int LINE = 1;
  public static final int STANZA = 2;
  public static final int POEM = 3;

  private static final List<String> STRUCTURE =
      List.of(Tokens.UNKNOWN, Tokens.LINE, Tokens.STANZA, Tokens.POEM);

  private final List<String> words;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * A vocabulary of these words in this order.
   *
   * @throws IllegalArgumentException if it does not start with the structure tokens or repeats a
   *     word
   */
  public Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    if (words.size() < STRUCTURE.size() || !words.subList(0, STRUCTURE.size()).equals(STRUCTURE)) {
      throw new IllegalArgumentException("a vocabulary starts with " + STRUCTURE);
    }
    for (int id = 0; id < words.size(); id++) {
      if (ids.put(words.get(id), id) != null) {
        throw new IllegalArgumentException("'" + words.get(id) + "' stands twice in a vocabulary");
      }
    }
  }

  /**
   * The most frequent tokens of a corpus.
   *
   * @param size how many at most, structure tokens included
   * @param leastCount how often a word has to occur to be taken
   */
  public static Vocabulary of(Corpus corpus, int size, int leastCount) {
    var counts = new HashMap<String, Long>();
    corpus.poems().forEach(poem -> poem.forEach(token -> counts.merge(token, 1L, Long::sum)));
    return of(counts, size, leastCount);
  }

  /**
   * The most frequent of tokens that were counted.
   *
   * @param size how many at most, structure tokens included
   * @param leastCount how often a word has to occur to be taken
   */
  public static Vocabulary of(Map<String, Long> counts, int size, int leastCount) {
    var words = new ArrayList<>(STRUCTURE);
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= leastCount && !STRUCTURE.contains(entry.getKey()))
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(Math.max(0, size - STRUCTURE.size()))
        .forEach(entry -> words.add(entry.getKey()));
    return new Vocabulary(words);
  }

  /** How many tokens, structure included. */
  public int size() {
    return words.size();
  }

  /** The number of a token; {@link #UNKNOWN} if it is not in here. */
  public int id(String token) {
    return ids.getOrDefault(token, UNKNOWN);
  }

  public boolean holds(String token) {
    return ids.containsKey(token);
  }

  /** The token of a number from 0 to {@code size() - 1}. */
  public String word(int id) {
    return words.get(id);
  }

  /** All tokens, by number. */
  public List<String> words() {
    return words;
  }

  /** Numbers for tokens. */
  public int[] encode(List<String> tokens) {
    return tokens.stream().mapToInt(this::id).toArray();
  }

  /** Writes one token a line, in UTF-8. */
  public void write(Path file) throws IOException {
    Files.write(file, words, StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no vocabulary
   */
  public static Vocabulary read(Path file) throws IOException {
    List<String> words = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (new HashSet<>(words).size() != words.size()) {
      throw new IllegalArgumentException("a vocabulary holds each word once");
    }
    return new Vocabulary(words);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }
}
