package rhapsode.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Verse as a model writes it when nobody guides it: every word is drawn from the model's own
 * probabilities, unknown words and all, so that many such poems together are what the model knows.
 * Learning from them along with something new keeps it from being forgotten (Robins 1995,
 * "Catastrophic forgetting, rehearsal and pseudorehearsal"). Used by one thread.
 */
public final class AncestralSampler {
  /** Poems written side by side: a step costs little more for them all than for one. */
  private static final int ROWS = 48;

  private final LanguageModel model;
  private final RandomGenerator random;
  private final int longest;
  private final Runnable giveWay;

  /**
   * A sampler.
   *
   * @param longest tokens after which a poem is ended, at least 1
   * @param giveWay called before each step; may block while more urgent work is under way
   */
  public AncestralSampler(
      LanguageModel model, RandomGenerator random, int longest, Runnable giveWay) {
    if (longest < 1) {
      throw new IllegalArgumentException("a poem has a token, not " + longest);
    }
    this.model = model;
    this.random = random;
    this.longest = longest;
    this.giveWay = giveWay;
  }

  /** A poem under way, as ids in the model's order. */
  private static final class Draft {
    private final List<Integer> ids = new ArrayList<>();

    int last() {
      return ids.isEmpty() ? Vocabulary.POEM : ids.get(ids.size() - 1);
    }
  }

  /** Draws so many poems, their tokens in reading order. */
  public Corpus poems(int count) {
    var done = new ArrayList<List<String>>();
    int begun = Math.min(ROWS, count);
    Draft[] drafts = drafts(begun);
    Continuation rows = model.begin(begun);
    while (drafts.length > 0) {
      giveWay.run();
      float[][] next = rows.read(Arrays.stream(drafts).mapToInt(Draft::last).toArray());
      for (int row = 0; row < drafts.length; row++) {
        Draft draft = drafts[row];
        draft.ids.add(draft.ids.size() + 1 >= longest ? Vocabulary.POEM : draw(next[row]));
        if (draft.last() == Vocabulary.POEM) {
          done.add(tokens(draft));
          drafts[row] = new Draft();
        }
      }
      // Poems that were begun are always ended: dropping the unfinished would favour short ones.
      int idle = Math.max(0, done.size() + drafts.length - count);
      if (idle > 0) {
        int[] busy = busy(drafts, idle);
        drafts = Arrays.stream(busy).mapToObj(Arrays.asList(drafts)::get).toArray(Draft[]::new);
        keep(rows, busy);
      }
    }
    return new Corpus(done, TextFormat.POEMS);
  }

  private static Draft[] drafts(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Draft()).toArray(Draft[]::new);
  }

  /** All rows but so many that have not begun a poem. */
  private static int[] busy(Draft[] drafts, int idle) {
    int left = idle;
    var busy = new ArrayList<Integer>();
    for (int row = 0; row < drafts.length; row++) {
      if (drafts[row].ids.isEmpty() && left > 0) {
        left--;
      } else {
        busy.add(row);
      }
    }
    return busy.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void keep(Continuation rows, int[] busy) {
    if (busy.length > 0) {
      rows.keep(busy);
    }
  }

  /** Frequent words have low numbers, so few are looked at before the drawn one. */
  private int draw(float[] logProbabilities) {
    double left = random.nextDouble();
    for (int id = 0; id < logProbabilities.length; id++) {
      left -= Math.exp(logProbabilities[id]);
      if (left < 0) {
        return id;
      }
    }
    return Vocabulary.LINE; // Rounding left a crumb of probability; the end of a line does no harm.
  }

  private List<String> tokens(Draft draft) {
    int[] ids = draft.ids.stream().mapToInt(Integer::intValue).toArray();
    return Arrays.stream(model.order().apply(ids)).mapToObj(model.vocabulary()::word).toList();
  }
}
