package rhapsode.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.NetworkDescription.Reading;
import rhapsode.network.layer.TokenIds;

/**
 * A corpus cut into what a network reads step by step. Immutable.
 *
 * <p>The text is one stream: the tokens of each poem, one poem behind the other. A window network
 * gets every place of it, with the words before; a stream network gets it in lanes side by side,
 * the state carried along the lane. To judge by, each lane begins at the beginning of a poem and
 * all tokens are read; to learn from, all lanes are of the same length, since steps that are mostly
 * padding would spoil the statistics of a normalisation.
 */
final class Batches {
  private final List<int[]> poems;
  private final TextFormat format;
  private final Reading reading;
  private final int window;
  private final int size;
  private final boolean learning;

  private Batches(
      List<int[]> poems,
      TextFormat format,
      Reading reading,
      int window,
      int size,
      boolean learning) {
    this.poems = poems;
    this.format = format;
    this.reading = reading;
    this.window = window;
    this.size = size;
    this.learning = learning;
  }

  /** The poems in their own order, to judge by. */
  static Batches of(Corpus corpus, Vocabulary vocabulary, NetworkDescription network, int size) {
    List<int[]> poems =
        corpus.poems().stream()
            .map(poem -> network.order().apply(vocabulary.encode(poem)))
            .toList();
    return of(poems, corpus.format(), network.reading(), network.window(), size);
  }

  /** The same for poems that are numbers already, in the order of the network. */
  static Batches of(List<int[]> poems, TextFormat format, Reading reading, int window, int size) {
    return new Batches(poems, format, reading, window, size, false);
  }

  /** The same poems in another order, which follows from the seed alone, to learn from. */
  Batches shuffled(long seed) {
    var order = new ArrayList<>(poems);
    Collections.shuffle(order, new Random(seed));
    return new Batches(order, format, reading, window, size, true);
  }

  /** Whether the state is carried from one batch to the next. */
  boolean carriesState() {
    return reading == Reading.STREAM;
  }

  /** The steps of one pass over all poems, made on demand. */
  Steps steps() {
    return part(0, 1);
  }

  /**
   * A part of a pass, for one of several who share it: every so many lanes, or batches of windows.
   * All parts together are the pass.
   *
   * @param part from 0
   */
  Steps part(int part, int parts) {
    return carriesState() ? lanes(part, parts) : every(windows(), part, parts);
  }

  /** A pass over all poems. */
  interface Steps {
    int count();

    Batch batch(int step);
  }

  /** The places of a text from {@code from} to before {@code to}. */
  private record Lane(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private static Steps every(Steps steps, int part, int parts) {
    return new Steps() {
      @Override
      public int count() {
        return (steps.count() - part + parts - 1) / parts;
      }

      @Override
      public Batch batch(int step) {
        return steps.batch(part + step * parts);
      }
    };
  }

  private Steps lanes(int part, int parts) {
    int[] text = text();
    List<Lane> all = learning ? even(text.length) : aligned(text.length);
    List<Lane> lanes =
        IntStream.range(0, all.size()).filter(i -> i % parts == part).mapToObj(all::get).toList();
    int longest = lanes.stream().mapToInt(Lane::length).max().orElse(0);
    int count = (longest + window - 1) / window;
    return new Steps() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public Batch batch(int step) {
        int length = Math.min(window, longest - step * window);
        var words = new int[length * lanes.size()];
        var next = new int[words.length];
        Arrays.fill(words, Vocabulary.POEM);
        Arrays.fill(next, TokenIds.IGNORED);
        for (int i = 0; i < lanes.size(); i++) {
          fill(text, lanes.get(i), step * window, i, lanes.size(), words, next);
        }
        return new Batch(words, next, lanes.size());
      }
    };
  }

  /** As many lanes of the same length as there is text for; a few last words may be left out. */
  private List<Lane> even(int total) {
    int count = Math.max(1, Math.min(size, total / window));
    int length = total / count;
    var lanes = new ArrayList<Lane>();
    for (int i = 0; i < count; i++) {
      lanes.add(new Lane(i * length, (i + 1) * length));
    }
    return lanes;
  }

  /** Lanes of about the same length that begin where a poem does. */
  private List<Lane> aligned(int total) {
    int count = Math.max(1, Math.min(size, poems.size()));
    var lanes = new ArrayList<Lane>();
    int from = 0;
    int at = 0;
    for (int[] poem : poems) {
      if (at > from && (long) at * count >= (long) total * (lanes.size() + 1)) {
        lanes.add(new Lane(from, at));
        from = at;
      }
      at += length(poem);
    }
    lanes.add(new Lane(from, at));
    return lanes;
  }

  private int length(int[] poem) {
    return poem.length + (format == TextFormat.TOKENS ? 1 : 0);
  }

  /**
   * What is read at a place is the word before it, and before the first one the end of a poem. A
   * separator that is not to be predicted stands in the text as its complement.
   */
  private static void fill(
      int[] text, Lane lane, int offset, int number, int lanes, int[] words, int[] next) {
    for (int t = 0; t * lanes < words.length && lane.from + offset + t < lane.to; t++) {
      int place = lane.from + offset + t;
      words[t * lanes + number] = before(text, place);
      next[t * lanes + number] = text[place] < 0 ? TokenIds.IGNORED : text[place];
    }
  }

  private static int before(int[] text, int place) {
    int word = place == 0 ? Vocabulary.POEM : text[place - 1];
    return word < 0 ? ~word : word;
  }

  private Steps windows() {
    int[] text = text();
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
        var words = new int[window * rows];
        var next = new int[rows];
        for (int i = 0; i < rows; i++) {
          int place = places[step * size + i];
          next[i] = text[place];
          for (int t = 0; t < window; t++) {
            words[t * rows + i] = before(text, Math.max(0, place - window + t + 1));
          }
        }
        return new Batch(words, next, rows);
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

  /** All poems, in the token format each with a separator before it that is only read. */
  private int[] text() {
    int[] text = new int[poems.stream().mapToInt(this::length).sum()];
    int at = 0;
    for (int[] poem : poems) {
      if (format == TextFormat.TOKENS) {
        text[at++] = ~Vocabulary.POEM;
      }
      System.arraycopy(poem, 0, text, at, poem.length);
      at += poem.length;
    }
    return text;
  }
}
