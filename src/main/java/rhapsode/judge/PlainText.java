package rhapsode.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import rhapsode.language.Continuation;
import rhapsode.language.LanguageModel;
import rhapsode.language.LineOrder;
import rhapsode.language.NucleusSampler;
import rhapsode.language.Sampler;
import rhapsode.language.Tokens;
import rhapsode.language.Vocabulary;

/** A text that a model writes freely. Used by one thread, once. */
final class PlainText {
  /** Tokens after which a line is ended for the model. */
  private static final int LONGEST_LINE = 24;

  /** As much of the probability as the poet draws from. */
  private static final double NUCLEUS = 0.92;

  private static final float NEVER = Float.NEGATIVE_INFINITY;

  private final Vocabulary vocabulary;
  private final LineOrder order;
  private final Continuation text;
  private final Sampler sampler;
  private final RandomGenerator random;
  private final List<Integer> written = new ArrayList<>();
  private float[] next;
  private int inLine;

  PlainText(LanguageModel model, double temperature, RandomGenerator random) {
    this.vocabulary = model.vocabulary();
    this.order = model.order();
    this.text = model.begin(1);
    this.sampler = new NucleusSampler(temperature, NUCLEUS);
    this.random = random;
    this.next = text.read(new int[] {Vocabulary.POEM})[0];
  }

  /**
   * The tokens of so many lines, in the order in which people read.
   *
   * @param first words that the model goes on from, known to it or not: they begin the first line,
   *     or end it if the model goes through lines from their ends
   */
  List<String> write(List<String> first, int lines) {
    var tokens = new ArrayList<>(first);
    if (order == LineOrder.BACKWARD) {
      Collections.reverse(tokens);
    }
    tokens.forEach(word -> read(vocabulary.id(word)));
    for (int left = lines; left > 0; ) {
      int word = choose();
      read(word);
      tokens.add(vocabulary.word(word));
      left -= word == Vocabulary.LINE ? 1 : 0;
    }
    return order == LineOrder.BACKWARD ? turned(tokens) : tokens;
  }

  /** With the tokens of each line from the last to the first. */
  private static List<String> turned(List<String> tokens) {
    int start = 0;
    for (int at = 0; at < tokens.size(); at++) {
      if (Tokens.isStructure(tokens.get(at))) {
        Collections.reverse(tokens.subList(start, at));
        start = at + 1;
      }
    }
    return tokens;
  }

  /** No unknown word, no early end, no line or stanza without a word. */
  private int choose() {
    float[] allowed = next.clone();
    allowed[Vocabulary.UNKNOWN] = NEVER;
    allowed[Vocabulary.POEM] = NEVER;
    if (inLine == 0) {
      allowed[Vocabulary.LINE] = NEVER;
    }
    boolean stanzaMayEnd = inLine == 0 && last() == Vocabulary.LINE;
    if (!stanzaMayEnd) {
      allowed[Vocabulary.STANZA] = NEVER;
    }
    int word = inLine >= LONGEST_LINE ? Vocabulary.LINE : sampler.choose(allowed, random);
    return word < 0 ? Vocabulary.LINE : word;
  }

  private int last() {
    return written.isEmpty() ? Vocabulary.POEM : written.get(written.size() - 1);
  }

  private void read(int word) {
    written.add(word);
    inLine = word == Vocabulary.LINE || word == Vocabulary.STANZA ? 0 : inLine + 1;
    next = text.read(new int[] {word})[0];
  }
}
