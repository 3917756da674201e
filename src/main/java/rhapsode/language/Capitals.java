package rhapsode.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that verse writes with a capital wherever they stand: God, England, June. Immutable.
 *
 * @param words in lower case, as {@link Tokenizer} gives them
 */
public record Capitals(Set<String> words) {
  /** No such words: only lines and sentences begin with capitals. */
  public static final Capitals NONE = new Capitals(Set.of());

  private static final int LEAST_OFTEN = 5;
  private static final double LEAST_SHARE = 0.7;

  private static final Pattern PIECE =
      Pattern.compile("'?\\p{L}[\\p{L}\\p{M}]*(?:'[\\p{L}\\p{M}]+)*|--+|[^\\s\\p{L}]");

  /** What ends a sentence, or begins speech: the capital behind it says nothing of the word. */
  private static final Pattern BEFORE_SENTENCE = Pattern.compile("[.!?:\"(\\[]|--+");

  public Capitals {
    words = Set.copyOf(words);
  }

  /**
   * Learns from verse as it is printed: a word is taken if at least {@value #LEAST_SHARE} of at
   * least {@value #LEAST_OFTEN} occurrences inside a line, not behind what ends a sentence, have a
   * capital. Old verse writes Love and Death so now and then; the share leaves them out.
   */
  public static Capitals learn(List<String> poems) {
    var counts = new HashMap<String, Count>();
    poems.forEach(poem -> poem.lines().forEach(line -> count(line, counts)));
    var words = new TreeSet<String>();
    counts.forEach(
        (word, count) -> {
          if (count.all >= LEAST_OFTEN && count.capital >= LEAST_SHARE * count.all) {
            words.add(word);
          }
        });
    return new Capitals(words);
  }

  private static final class Count {
    private int all;
    private int capital;
  }

  private static void count(String line, Map<String, Count> counts) {
    Matcher pieces = PIECE.matcher(line.replace('\u2019', '\''));
    boolean opens = true;
    while (pieces.find()) {
      String piece = pieces.group();
      int first = firstLetter(piece);
      if (first < 0) {
        opens |= BEFORE_SENTENCE.matcher(piece).matches();
        continue;
      }
      List<String> word = Tokenizer.line(piece);
      if (!opens && word.size() == 1 && !Detokenizer.isI(word.get(0))) {
        Count count = counts.computeIfAbsent(word.get(0), w -> new Count());
        count.all++;
        count.capital += isCapital(piece, first) ? 1 : 0;
      }
      opens = false;
    }
  }

  private static int firstLetter(String piece) {
    int at = piece.startsWith("'") ? 1 : 0;
    return at < piece.length() && Character.isLetter(piece.codePointAt(at)) ? at : -1;
  }

  /** A word all in capitals is shouted, and may be any. */
  private static boolean isCapital(String piece, int first) {
    boolean shouted = piece.length() > first + 1 && Character.isUpperCase(piece.charAt(first + 1));
    return Character.isUpperCase(piece.codePointAt(first)) && !shouted;
  }

  /** Whether a word, or what it is the possessive of, always has a capital. */
  public boolean has(String word) {
    return words.contains(word)
        || (word.endsWith("'s") && words.contains(word.substring(0, word.length() - 2)));
  }

  /** Writes one word a line, in order, in UTF-8. */
  public void write(Path file) throws IOException {
    Files.write(file, new TreeSet<>(words), StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if a line is no word
   */
  public static Capitals read(Path file) throws IOException {
    List<String> words = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (String word : words) {
      if (!Tokenizer.line(word).equals(List.of(word))) {
        throw new IllegalArgumentException("'" + word + "' is no word in lower case");
      }
    }
    return new Capitals(new TreeSet<>(words));
  }
}
