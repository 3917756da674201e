package rhapsode.poet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import rhapsode.language.Continuation;
import rhapsode.language.Vocabulary;

/**
 * Looks for lines: many drafts grow side by side in one batch. Drafts that are done leave it, so
 * that it gets cheaper. Confined to the poet's thread.
 */
final class LineSearch {
  private final Voice voice;
  private final Chooser chooser;
  private final RandomGenerator random;
  private final Continuation text;
  private float[] next = {};

  /**
   * Begins a poem.
   *
   * @param prelude tokens that the model reads before
   */
  LineSearch(Voice voice, Chooser chooser, RandomGenerator random, List<String> prelude) {
    this.voice = voice;
    this.chooser = chooser;
    this.random = random;
    text = voice.model().begin(1);
    read(Vocabulary.POEM);
    for (int id : voice.model().order().apply(voice.model().vocabulary().encode(prelude))) {
      read(id);
    }
  }

  /** Goes on behind a token that the poem has now. */
  void read(int id) {
    next = text.read(new int[] {id})[0].clone();
  }

  /**
   * Noise of Gumbel's distribution: the largest of some values with it is a sample of their softmax
   * (Gumbel 1954; Maddison et al. 2014, "A* Sampling", section 2).
   */
  double gumbel() {
    return -Math.log(-Math.log(1 - random.nextDouble()));
  }

  /** Lines that fulfil a task; none if all drafts came to a dead end. */
  List<Draft> drafts(LineTask task, Verse verse, int count) {
    var drafts = new ArrayList<Draft>();
    var ends = new Ends(voice, task);
    int span = task.shape().syllables().orElse(8) + 1;
    for (int i = 0; i < count; i++) {
      drafts.add(new Draft(voice, task, verse, ends, i * span / count));
    }
    drafts.forEach(draft -> draft.grow(next, chooser, random));
    List<Draft> open = drafts.stream().filter(Draft::isOpen).toList();
    Continuation batch = open.isEmpty() ? text : text.copies(0, open.size());
    for (int step = 1; !open.isEmpty(); step++) {
      float[][] rows = batch.read(open.stream().mapToInt(Draft::reading).toArray());
      for (int i = 0; i < open.size(); i++) {
        open.get(i).grow(rows[i], chooser, random);
      }
      if (step == span / 2 && task.phrase().isEmpty()) {
        dropWeaker(open);
      }
      open = keepOpen(open, batch);
    }
    return drafts.stream().filter(Draft::isFinished).toList();
  }

  /**
   * Gives up the half that begins worse, as a line that begins badly seldom becomes the best one.
   * Drafts that differ in whether they hold the words of the seed yet cannot be compared.
   */
  private static void dropWeaker(List<Draft> drafts) {
    drafts.stream()
        .filter(Draft::isOpen)
        .sorted(Comparator.comparingDouble(Draft::merit))
        .limit(drafts.size() / 2)
        .forEach(Draft::giveUp);
  }

  private static List<Draft> keepOpen(List<Draft> open, Continuation batch) {
    int[] rows = new int[open.size()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (open.get(i).isOpen()) {
        rows[count++] = i;
      }
    }
    if (count > 0 && count < rows.length) {
      batch.keep(Arrays.copyOf(rows, count));
    }
    return open.stream().filter(Draft::isOpen).toList();
  }
}
