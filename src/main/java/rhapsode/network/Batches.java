package rhapsode.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.NetworkDescription.Reading;
import rhapsode.network.layer.TokenIds;

/**
 * A corpus cut into what a network reads step by step. Immutable.
 *
 * <p>The text is one stream: {@link Vocabulary#POEM}, then the tokens of each poem. A window
 * network gets every place of it, with the words before; a stream network gets it in lanes side by
 * side, each lane beginning at the beginning of a poem, the state carried along the lane.
 */
final class Batches {
  private final List<int[]> poems;
  private final TextFormat format;
  private final Reading reading;
  private final int window;
  private final int size;

  private Batches(List<int[]> poems, TextFormat format, Reading reading, int window, int size) {
    this.poems = poems;
    this.format = format;
    this.reading = reading;
    this.window = window;
    this.size = size;
  }

  /** The poems in their own order. */
  static Batches of(Corpus corpus, Vocabulary vocabulary, NetworkDescription network, int size) {
    List<int[]> poems = corpus.poems().stream().map(vocabulary::encode).toList();
    return new Batches(poems, corpus.format(), network.reading(), network.window(), size);
  }

  /** The same poems in another order, which follows from the seed alone. */
  Batches shuffled(long seed) {
    var order = new ArrayList<>(poems);
    Collections.shuffle(order, new Random(seed));
    return new Batches(order, format, reading, window, size);
  }

  /** Whether the state is carried from one batch to the next. */
  boolean carriesState() {
    return reading == Reading.STREAM;
  }

  /** The steps of one pass over all poems, made on demand. */
  Steps steps() {
    return carriesState() ? lanes() : windows();
  }

  /** A pass over all poems. */
  interface Steps {
    int count();

    Batch batch(int step);
  }

  private Steps lanes() {
    List<int[]> lanes = deal(Math.max(1, Math.min(size, poems.size())));
    int longest = lanes.stream().mapToInt(lane -> lane.length).max().orElse(0);
    int count = (longest + window - 1) / window;
    return new Steps() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public Batch batch(int step) {
        int length = Math.min(window, longest - step * window);
        var words = new int[lanes.size()][length];
        var next = new int[lanes.size()][length];
        for (int i = 0; i < words.length; i++) {
          fill(lanes.get(i), step * window, words[i], next[i]);
        }
        return Batch.of(words, next, false);
      }
    };
  }

  /** Deals the poems out so that all lanes are about as long; a lane alternates targets. */
  private List<int[]> deal(int count) {
    var lanes = new ArrayList<IntList>();
    for (int i = 0; i < count; i++) {
      lanes.add(new IntList());
    }
    long total = poems.stream().mapToLong(this::length).sum();
    long dealt = 0;
    for (int[] poem : poems) {
      int lane = (int) Math.min(count - 1, dealt * count / Math.max(1, total));
      lanes.get(lane).addAll(poem, format == TextFormat.TOKENS);
      dealt += length(poem);
    }
    return lanes.stream().map(IntList::toArray).filter(lane -> lane.length > 0).toList();
  }

  private int length(int[] poem) {
    return poem.length + (format == TextFormat.TOKENS ? 1 : 0);
  }

  /**
   * In a lane stand the words to predict; what is read is the word before each, and before the
   * first one the end of a poem. A separator that is not to be predicted stands as its complement.
   */
  private static void fill(int[] lane, int from, int[] words, int[] next) {
    Arrays.fill(words, Vocabulary.POEM);
    Arrays.fill(next, TokenIds.IGNORED);
    for (int t = 0; t < words.length && from + t < lane.length; t++) {
      int before = from + t == 0 ? Vocabulary.POEM : lane[from + t - 1];
      words[t] = before < 0 ? ~before : before;
      next[t] = lane[from + t] < 0 ? TokenIds.IGNORED : lane[from + t];
    }
  }

  private Steps windows() {
    var all = new IntList();
    poems.forEach(poem -> all.addAll(poem, format == TextFormat.TOKENS));
    int[] text = all.toArray();
    int[] places = places(text);
    int count = (places.length + size - 1) / size;
    return new Steps() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public Batch batch(int step) {
        int rows = Math.min(size, places.length - step * size);
        var words = new int[rows][window];
        var next = new int[rows][1];
        for (int i = 0; i < rows; i++) {
          int place = places[step * size + i];
          next[i][0] = text[place];
          for (int t = 0; t < window; t++) {
            int at = place - window + t;
            int word = at < 0 ? Vocabulary.POEM : text[at];
            words[i][t] = word < 0 ? ~word : word;
          }
        }
        return Batch.of(words, next, true);
      }
    };
  }

  /** All places that are to be predicted, in an order that mixes the text. */
  private static int[] places(int[] text) {
    var places = new ArrayList<Integer>();
    for (int at = 0; at < text.length; at++) {
      if (text[at] >= 0) {
        places.add(at);
      }
    }
    Collections.shuffle(places, new Random(text.length));
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A growing array of ints. */
  private static final class IntList {
    private int[] values = new int[1024];
    private int length;

    /** The poem, and if asked a separator before it that is read but not predicted. */
    void addAll(int[] poem, boolean separator) {
      int needed = length + poem.length + 1;
      if (needed > values.length) {
        values = Arrays.copyOf(values, Math.max(needed, 2 * values.length));
      }
      if (separator) {
        values[length++] = ~Vocabulary.POEM;
      }
      System.arraycopy(poem, 0, values, length, poem.length);
      length += poem.length;
    }

    int[] toArray() {
      return Arrays.copyOf(values, length);
    }
  }
}
