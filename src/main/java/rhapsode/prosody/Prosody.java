package rhapsode.prosody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How English sounds: pronounces any word, counts syllables, tells rhymes. Answers to any text
 * without failing; what no one would speak (punctuation, an emoji, a script other than Latin) is
 * silent and has no syllable.
 *
 * <p>Thread-safe; the answers for up to 100,000 words are kept (some 30 MB), so that only the first
 * question about a word costs more than a look-up.
 */
public final class Prosody {
  private static final int CACHED_WORDS = 100_000;
  private static final int LONGEST_CACHED = 40;

  private final Speech speech;
  private final Certainty certainty;
  private final Set<String> functionWords = TextResource.words("function-words.txt");
  private final Map<String, Pronunciation> cache = new ConcurrentHashMap<>();

  private Prosody(Speech speech) {
    this.speech = speech;
    this.certainty = new Certainty(speech, this::word);
  }

  /**
   * American English, from CMU's pronouncing dictionary with rules for verse. Takes about 0.2 s;
   * load it once.
   *
   * @throws java.io.UncheckedIOException if the lexicon cannot be read from its jar
   */
  public static Prosody load() {
    return new Prosody(new Speech(CmuLexicon.load(), Addenda.load()));
  }

  /** How a word, or a few words in a row, is pronounced; silent if it is not spoken. */
  public Pronunciation of(String text) {
    return Pronunciation.join(words(text).stream().map(this::word).toList());
  }

  /**
   * Whether every word of the text stands in the lexicon or follows from it by a rule, so that its
   * pronunciation is no guess from the letters. False for a text without words.
   */
  public boolean knows(String text) {
    List<String> words = words(text);
    return !words.isEmpty() && words.stream().allMatch(word -> speech.known(word).isPresent());
  }

  /**
   * How far every speaker says the text alike, and any lexicon lists its words, so that a metre may
   * hang on it (not on {@code heaven, every, present, o'er}), or the end of a line (not on {@code
   * wind, again, the}). Costs a look-up a word beyond {@link #of}, and is not cached.
   */
  public Agreement agreement(String text) {
    Agreement last = Agreement.NONE;
    for (String word : words(text)) {
      last = certainty.of(word);
      if (last == Agreement.NONE) {
        return last;
      }
    }
    return last;
  }

  /**
   * Whether a word serves others ({@code the, of, and, shall, 'tis}) and, having one syllable,
   * prefers a weak place in a metre.
   *
   * @param word as {@link #words} gives it
   */
  public boolean isFunctionWord(String word) {
    return functionWords.contains(word);
  }

  /** How many syllables a word or a line has. */
  public int syllables(String text) {
    return words(text).stream().mapToInt(word -> word(word).syllables()).sum();
  }

  /** The syllables of a line in order, with what a metre asks of each. */
  public List<Syllable> stresses(String line) {
    return words(line).stream().flatMap(this::syllablesOf).toList();
  }

  /** How two words, or the ends of two lines, rhyme. */
  public Rhyme rhyme(String first, String second) {
    return Rhyme.between(last(first), last(second));
  }

  /** The words of a line: lower case, without punctuation, apostrophes and hyphens kept. */
  public List<String> words(String line) {
    return Spelling.words(line);
  }

  /** The last word of a line, as {@link #words} gives it; empty if it has none. */
  public Optional<String> endWord(String line) {
    List<String> words = words(line);
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1));
  }

  private Pronunciation last(String text) {
    return endWord(text).map(this::word).orElse(Pronunciation.SILENT);
  }

  private Stream<Syllable> syllablesOf(String word) {
    List<Stress> stresses = word(word).stresses();
    boolean functionWord = isFunctionWord(word);
    return stresses.stream()
        .map(stress -> new Syllable(stress, stresses.size() == 1, functionWord));
  }

  private Pronunciation word(String word) {
    Pronunciation cached = cache.get(word);
    if (cached != null) {
      return cached;
    }
    Pronunciation sounds = speech.pronounce(word);
    if (word.length() <= LONGEST_CACHED) {
      if (cache.size() >= CACHED_WORDS) {
        cache.clear();
      }
      cache.put(word, sounds);
    }
    return sounds;
  }
}
