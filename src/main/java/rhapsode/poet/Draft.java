package rhapsode.poet;

import java.util.ArrayList;
import java.util.List;
import rhapsode.language.Vocabulary;

/**
 * One candidate for a line, growing word by word under its task. Knows which words may come next.
 * Confined to the poet's thread.
 */
final class Draft {
  /** Tokens in the longest line, punctuation included. */
  static final int LONGEST = 24;

  private static final int LONGEST_FREE = 12;
  private static final int SHORTEST_FREE = 3;
  private static final int RHYMING_COMPANY = 6;
  private static final float NEVER = Float.NEGATIVE_INFINITY;
  private static final float TIRED = 1.2f;

  private final Voice voice;
  private final LineTask task;
  private final Verse verse;
  private final List<Word> words = new ArrayList<>();
  private int syllables;
  private int spoken;
  private double likelihood;
  private boolean finished;
  private boolean dead;

  Draft(Voice voice, LineTask task, Verse verse) {
    this.voice = voice;
    this.task = task;
    this.verse = verse;
    for (Word word : task.beginning()) {
      append(word);
    }
  }

  private void append(Word word) {
    words.add(word);
    syllables += word.syllables();
    spoken += voice.isPunctuation(word.id()) ? 0 : 1;
  }

  boolean isOpen() {
    return !finished && !dead;
  }

  boolean isFinished() {
    return finished;
  }

  List<Word> words() {
    return words;
  }

  /** Mean logarithm of the probabilities of the words that were chosen; higher is better. */
  double merit() {
    int chosen = words.size() - task.beginning().size() + 1;
    return likelihood / chosen;
  }

  /** Forbids in a row of log-probabilities what must not come next, and damps what is worn out. */
  void constrain(float[] logits) {
    for (int word = 0; word < logits.length; word++) {
      if (!mayFollow(word)) {
        logits[word] = NEVER;
      } else if (voice.isSpoken(word) && !voice.isHanging(word)) {
        logits[word] -= TIRED * usesOf(word);
      }
    }
  }

  private int usesOf(int word) {
    int uses = verse.uses(word);
    for (Word before : words) {
      uses += before.id() == word ? 1 : 0;
    }
    return uses;
  }

  private boolean mayFollow(int word) {
    if (word == Vocabulary.LINE) {
      return isComplete();
    }
    if (words.size() >= LONGEST) {
      return false;
    }
    boolean afterPunctuation = words.isEmpty() || voice.isPunctuation(last());
    if (voice.isPunctuation(word)) {
      return !afterPunctuation;
    }
    return voice.isSpoken(word) && fits(word) && !repeats(word);
  }

  private int last() {
    return words.get(words.size() - 1).id();
  }

  /** Whether a spoken word has room, and can end the line if it would fill it. */
  private boolean fits(int word) {
    if (task.syllables().isEmpty()) {
      return spoken < LONGEST_FREE;
    }
    int filled = syllables + voice.syllables(word);
    int room = task.syllables().getAsInt();
    return filled < room || (filled == room && canEnd(word));
  }

  private boolean canEnd(int word) {
    boolean rhymes = task.partners().stream().allMatch(partner -> voice.rhyme(partner, word));
    boolean inviting = !task.rhymesLater() || voice.company(word) >= RHYMING_COMPANY;
    return rhymes && inviting && !voice.isHanging(word);
  }

  private boolean repeats(int word) {
    int count = words.size();
    if (count > 0 && last() == word) {
      return true;
    }
    return count > 1 && verse.holds(words.get(count - 2).id(), last(), word);
  }

  private boolean isComplete() {
    if (task.syllables().isPresent()) {
      return syllables >= task.syllables().getAsInt() && spoken > 0;
    }
    return spoken >= SHORTEST_FREE && !voice.isHanging(lastSpoken());
  }

  private int lastSpoken() {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (!voice.isPunctuation(words.get(i).id())) {
        return words.get(i).id();
      }
    }
    return Vocabulary.UNKNOWN;
  }

  /**
   * Takes the chosen word, or gives the line up if there is none.
   *
   * @param word its id, or -1
   * @param logProbability what the model alone thinks of it
   */
  void choose(int word, float logProbability) {
    if (word < 0) {
      dead = true;
      return;
    }
    likelihood += logProbability;
    if (word == Vocabulary.LINE) {
      finished = true;
    } else {
      append(new Word(voice.model().vocabulary().word(word), word, voice.syllables(word)));
    }
  }

  /** What the model reads for this draft at the next step. */
  int reading() {
    return isOpen() && !words.isEmpty() ? last() : Vocabulary.LINE;
  }
}
