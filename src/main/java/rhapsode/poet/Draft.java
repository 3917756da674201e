package rhapsode.poet;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;

/**
 * One candidate for a line, growing word by word under its task, at its end or at its beginning as
 * its model goes. Knows which words may come next. Confined to the poet's thread.
 */
final class Draft {
  /** Tokens in the longest line, punctuation included. */
  static final int LONGEST = 24;

  private static final int LONGEST_FREE = 11;
  private static final int SHORTEST_FREE = 3;

  /**
   * How much the rarity of words counts in the choice between drafts: what is probable after
   * anything says little (Li et al. 2016, "A Diversity-Promoting Objective Function for Neural
   * Conversation Models", section 3). Ids go by frequency, which falls as one over them (Zipf).
   */
  private static final double RARITY = 0.6;

  /**
   * How much the probability of a line's end counts where it is chosen before the rest: whatever a
   * line ends with, its other words have to lead there.
   */
  private static final double END = 0.3;

  private final Voice voice;
  private final LineTask task;
  private final Repetition repetition;
  private final Ends ends;
  private final boolean backward;
  private final int due;
  private final List<Word> words = new ArrayList<>();
  private int filled;
  private int spoken;
  private int placed;
  private int chosen;
  private double merit;
  private boolean finished;
  private boolean dead;

  /**
   * An empty draft.
   *
   * @param ends which words may end the line
   * @param due syllables after which the words of the seed are to be placed as soon as they fit
   */
  Draft(Voice voice, LineTask task, Verse verse, Ends ends, int due) {
    this.voice = voice;
    this.task = task;
    repetition = new Repetition(voice, task, verse);
    this.ends = ends;
    this.due = due;
    backward = voice.model().order() == LineOrder.BACKWARD;
  }

  boolean isOpen() {
    return !finished && !dead;
  }

  boolean isFinished() {
    return finished;
  }

  /** Others are better. */
  void giveUp() {
    dead = true;
  }

  /** The words so far, as people read them. */
  List<Word> words() {
    return words;
  }

  /** How natural the line is, the higher the better: its log-likelihood over its length. */
  double merit() {
    return merit / Math.pow(chosen, 0.8);
  }

  /** What the model reads for this draft at the next step. */
  int reading() {
    return isOpen() && !words.isEmpty() ? latest().reading() : Vocabulary.LINE;
  }

  LineTask task() {
    return task;
  }

  int filled() {
    return filled;
  }

  private Word latest() {
    return words.get(backward ? 0 : words.size() - 1);
  }

  private boolean afterPunctuation() {
    return !words.isEmpty() && voice.isPunctuation(latest().id());
  }

  private int room() {
    return task.shape().syllables().orElse(Integer.MAX_VALUE) - filled;
  }

  private boolean isPhrasePending() {
    return placed < task.phrase().size();
  }

  /** Grows by one token, or ends. */
  void grow(float[] row, Chooser chooser, RandomGenerator random) {
    if (isPhrasePending() && isPhraseDue()) {
      placePhraseWord(row);
    } else if (room() <= 0) {
      close(row, chooser, random);
    } else if (words.size() >= LONGEST) {
      dead = true;
    } else if (mayStop() && (spoken >= LONGEST_FREE || stops(row, random))) {
      finish(row);
    } else {
      addToken(row, chooser, random);
    }
  }

  private void addToken(float[] row, Chooser chooser, RandomGenerator random) {
    if (isAtEnd() && task.last() && words.isEmpty() && voice.fullStops().length > 0) {
      take(chooser.mark(row, voice.fullStops(), random), row);
      return;
    }
    boolean punctuable = !afterPunctuation() && (isAtEnd() || spoken > 0);
    if (punctuable && random.nextDouble() < chooser.mass(row, voice.punctuation())) {
      take(chooser.mark(row, voice.punctuation(), random), row);
      return;
    }
    int word = chooser.word(row, this, random);
    if (word < 0) {
      dead = true;
    } else {
      double weight = isAtEnd() ? END : 1;
      merit += chooser.bias() - (1 - weight) * row[word];
      take(word, row);
    }
  }

  /** Ends a line that is full; a forward one may get a mark behind its last word. */
  private void close(float[] row, Chooser chooser, RandomGenerator random) {
    if (!backward && !afterPunctuation()) {
      if (task.last() && voice.fullStops().length > 0) {
        take(chooser.mark(row, voice.fullStops(), random), row);
        return;
      }
      double marks = chooser.mass(row, voice.punctuation());
      if (random.nextDouble() * (marks + Math.exp(row[Vocabulary.LINE])) < marks) {
        take(chooser.mark(row, voice.punctuation(), random), row);
        return;
      }
    }
    finish(row);
  }

  private boolean stops(float[] row, RandomGenerator random) {
    return random.nextDouble() < Math.exp(row[Vocabulary.LINE]);
  }

  /** Whether a line of free length may end here. */
  private boolean mayStop() {
    if (task.shape().syllables().isPresent() || spoken < SHORTEST_FREE || isPhrasePending()) {
      return false;
    }
    boolean begun = !backward || Places.begins(latest(), task.shape().initial());
    return begun
        && (backward ? latest().isSpoken() : voice.mayEnd(latest().id()) || afterPunctuation());
  }

  private void finish(float[] row) {
    merit += row[Vocabulary.LINE];
    chosen++;
    finished = true;
  }

  private void take(int id, float[] row) {
    append(voice.word(id), row[id]);
  }

  private void append(Word word, float logProbability) {
    words.add(backward ? 0 : words.size(), word);
    repetition.add(word.id());
    filled += word.syllables();
    if (!voice.isPunctuation(word.id())) {
      spoken++;
    }
    merit += logProbability + RARITY * Math.log(word.reading() + 10.0);
    chosen++;
  }

  private boolean isPhraseDue() {
    if (placed > 0) {
      return true;
    }
    int syllables = task.phrase().syllables();
    if (room() <= syllables) {
      return true;
    }
    return filled >= due && phraseFits();
  }

  private void placePhraseWord(float[] row) {
    if (placed == 0 && filled > 0 && !phraseFits()) {
      dead = true;
      return;
    }
    Word word = task.phrase().taken(placed++, voice.model().order());
    append(word, row[word.reading()]);
  }

  private boolean phraseFits() {
    Phrase phrase = task.phrase();
    int at = filled;
    for (int i = 0; i < phrase.size(); i++) {
      Word word = phrase.taken(i, voice.model().order());
      if (voice.places().clashes(word, task.shape(), at)) {
        return false;
      }
      at += word.syllables();
    }
    int left = task.shape().syllables().orElse(Integer.MAX_VALUE) - at;
    boolean last = backward ? isAtEnd() : left == 0;
    boolean first = backward ? left == 0 : spoken == 0;
    return left >= 0
        && (!last || ends.fit(phrase.last()))
        && (!first || Places.begins(phrase.first(), task.shape().initial()));
  }

  /** Whether the next word will be the first that the model chooses for its line's end. */
  boolean isAtEnd() {
    return backward && spoken == 0;
  }

  /** Whether a word that has room here may be the next, as far as rhyme and repetition go. */
  boolean mayTake(int id) {
    Word word = voice.word(id);
    int left = room() - word.syllables();
    if (isPhrasePending() && left < task.phrase().syllables()) {
      return false;
    }
    boolean last = backward ? isAtEnd() : left == 0;
    return (!last || ends.fit(id)) && !repetition.with(id);
  }

  /** How much a word is worn by use, in logarithms of probability. */
  float tired(int id) {
    return repetition.tired(id);
  }
}
