package rhapsode.poet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import rhapsode.language.LanguageModel;
import rhapsode.language.Tokens;
import rhapsode.language.Vocabulary;
import rhapsode.prosody.Agreement;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Prosody;

/**
 * A language model together with how each of its words sounds and what it can do in a line, looked
 * up once. The tables are immutable; the model belongs to one thread.
 */
final class Voice {
  /** What may stand behind a word. */
  private static final Set<String> PUNCTUATION = Set.of(",", ".", ";", ":", "!", "?", "--");

  private static final Set<String> ENDS_SENTENCE = Set.of(".", "!", "?");

  /** Single letters are words only here: others are initials and scraps of old spelling. */
  private static final Set<String> LETTERS = Set.of("a", "i", "o");

  private final LanguageModel model;
  private final Places places;
  private final Word[] words;
  private final boolean[] usable;
  private final boolean[] function;
  private final boolean[] ends;
  private final boolean[] certain;
  private final int[] punctuation;
  private final int[] fullStops;
  private final boolean[] isPunctuation;
  private final int[] company;
  private final Map<String, List<Word>> rhymes = new HashMap<>();

  Voice(LanguageModel model, Prosody prosody) {
    this(model, prosody, word -> false);
  }

  /**
   * A voice that lacks some words.
   *
   * @param barred which; several threads ask at once
   */
  Voice(LanguageModel model, Prosody prosody, Predicate<String> barred) {
    this.model = model;
    Vocabulary vocabulary = model.vocabulary();
    int size = vocabulary.size();
    words = new Word[size];
    usable = new boolean[size];
    function = new boolean[size];
    ends = new boolean[size];
    certain = new boolean[size];
    isPunctuation = new boolean[size];
    // Half of the time that a start takes, were it not shared among the processors.
    IntStream.range(0, size).parallel().forEach(id -> describe(id, prosody, barred));
    for (Word word : words) {
      if (ends[word.id()]) {
        rhymes.computeIfAbsent(word.rhymingPart(), part -> new ArrayList<>()).add(word);
      }
    }
    punctuation = ids(PUNCTUATION::contains);
    fullStops = ids(ENDS_SENTENCE::contains);
    company = Arrays.stream(words).mapToInt(this::countCompany).toArray();
    places = new Places(this);
  }

  /** Fills in what the tables have of one word, and of no other. */
  private void describe(int id, Prosody prosody, Predicate<String> barred) {
    String text = model.vocabulary().word(id);
    boolean spoken = Tokens.isWord(text);
    words[id] = Word.of(text, id, spoken ? prosody.of(text) : Pronunciation.SILENT);
    isPunctuation[id] = PUNCTUATION.contains(text);
    boolean sayable = spoken && words[id].syllables() > 0 && !barred.test(text);
    usable[id] = sayable && (text.length() > 1 || LETTERS.contains(text));
    if (usable[id]) {
      function[id] = prosody.isFunctionWord(text);
      Agreement agreement = prosody.agreement(text);
      certain[id] = agreement != Agreement.NONE;
      ends[id] = !function[id] && agreement == Agreement.RHYME;
    }
  }

  private int[] ids(Predicate<String> chosen) {
    Vocabulary vocabulary = model.vocabulary();
    return vocabulary.words().stream().filter(chosen).mapToInt(vocabulary::id).toArray();
  }

  LanguageModel model() {
    return model;
  }

  /** Which words fit where. */
  Places places() {
    return places;
  }

  int size() {
    return words.length;
  }

  Word word(int id) {
    return words[id];
  }

  /** Whether the poet may choose a token as a word. */
  boolean isUsable(int id) {
    return usable[id];
  }

  boolean isPunctuation(int id) {
    return isPunctuation[id];
  }

  /** The marks that may stand behind a word. */
  int[] punctuation() {
    return punctuation;
  }

  /** The marks that end a sentence. */
  int[] fullStops() {
    return fullStops;
  }

  /** Whether a word carries grammar rather than sense. */
  boolean isFunction(int id) {
    return function[id];
  }

  /** Whether a word may end a line: it leaves none hanging, and nobody doubts how it sounds. */
  boolean mayEnd(int id) {
    return ends[id];
  }

  /** Whether nobody doubts how many syllables a word has, and which is stressed. */
  boolean isCertain(int id) {
    return certain[id];
  }

  /** How many words of the vocabulary could rhyme with a word at the end of a line. */
  int company(Word word) {
    return word.id() == Vocabulary.UNKNOWN ? countCompany(word) : company[word.id()];
  }

  private int countCompany(Word word) {
    int count = 0;
    for (Word other : rhymes.getOrDefault(word.rhymingPart(), List.of())) {
      count += word.rhymes(other) ? 1 : 0;
    }
    return count;
  }
}
