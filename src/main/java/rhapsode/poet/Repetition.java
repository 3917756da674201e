package rhapsode.poet;

import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;

/**
 * What a draft would say again: words and word triples of the poem, of its own line, and of the
 * seed. Asked for many words at each step, so it looks at few things. Confined to the poet's
 * thread.
 */
final class Repetition {
  private static final int MOST_USES = 2;
  private static final float TIRED = 1.5f;
  private static final float TIRED_FUNCTION = 0.3f;

  private final Voice voice;
  private final LineTask task;
  private final Verse verse;
  private final boolean backward;

  /** The tokens of the line, in the order in which they were chosen. */
  private final int[] ids = new int[2 * Draft.LONGEST];

  private int count;

  /** One bit for the last digits of each id: where it is not set, the word is not there. */
  private long held;

  /** The spoken word next to the next one, be there a mark between. */
  private int neighbour = Vocabulary.LINE;

  /** Whether the two tokens next to the next one stand somewhere in the poem, in a row. */
  private boolean afterOldPair;

  /** Of a line that is empty yet. */
  Repetition(Voice voice, LineTask task, Verse verse) {
    this.voice = voice;
    this.task = task;
    this.verse = verse;
    backward = voice.model().order() == LineOrder.BACKWARD;
  }

  /** The line has one more token. */
  void add(int id) {
    ids[count++] = id;
    held |= 1L << id;
    if (!voice.isPunctuation(id)) {
      neighbour = id;
    }
    afterOldPair =
        count > 1 && (backward ? verse.holds(id, ids[count - 2]) : verse.holds(ids[count - 2], id));
  }

  /** Whether a word would repeat its neighbour, three in a row, or itself too often. */
  boolean with(int id) {
    if (id == neighbour || (!voice.isFunction(id) && isWorn(id))) {
      return true;
    }
    if (!afterOldPair) {
      return false;
    }
    int near = ids[count - 1];
    int far = ids[count - 2];
    return backward ? verse.holds(id, near, far) : verse.holds(far, near, id);
  }

  /** Whether a word stands often enough in the poem, or will stand in this line. */
  private boolean isWorn(int id) {
    return verse.uses(id) >= MOST_USES || usesHere(id) > 0 || task.phrase().holds(id);
  }

  private int usesHere(int id) {
    if ((held & 1L << id) == 0) {
      return 0;
    }
    int uses = 0;
    for (int i = 0; i < count; i++) {
      uses += ids[i] == id ? 1 : 0;
    }
    return uses;
  }

  /** How much a word is worn by use, in logarithms of probability. */
  float tired(int id) {
    return (voice.isFunction(id) ? TIRED_FUNCTION : TIRED) * (verse.uses(id) + usesHere(id));
  }
}
