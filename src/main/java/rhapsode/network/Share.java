package rhapsode.network;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import rhapsode.language.Corpus;

/**
 * The part of a text that one learner reads. Which poem belongs to which share follows from its
 * words alone, and so does the order of the poems in it: no matter where a text was read, in which
 * order and by how many machines, the shares are the same. Immutable; the arrays are not copied.
 */
public final class Share implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int number;
  private final int[][] poems;

  private Share(int number, int[][] poems) {
    this.number = number;
    this.poems = poems;
  }

  /** A poem on its way to a share. */
  public static final class Poem implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] digest;
    private final int[] ids;

    /**
     * A poem.
     *
     * @param words that decide where it goes
     * @param ids as the network reads them
     */
    public Poem(List<String> words, int[] ids) {
      digest = Corpus.digest(words);
      this.ids = ids;
    }

    /** The share it belongs to, from 0 to before {@code shares}. */
    public int share(int shares) {
      return Integer.remainderUnsigned(ByteBuffer.wrap(digest, 8, 4).getInt(), shares);
    }
  }

  /** The share of these poems, which are put in order. */
  public static Share of(int number, List<Poem> poems) {
    return new Share(
        number,
        poems.stream()
            .sorted((a, b) -> Arrays.compare(a.digest, b.digest))
            .map(poem -> poem.ids)
            .toArray(int[][]::new));
  }

  /**
   * Deals a text out.
   *
   * @param ids makes a poem what the network reads
   */
  static List<Share> deal(Corpus text, Function<List<String>, int[]> ids, int shares) {
    List<List<Poem>> dealt = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      dealt.add(new ArrayList<>());
    }
    for (List<String> words : text.poems()) {
      var poem = new Poem(words, ids.apply(words));
      dealt.get(poem.share(shares)).add(poem);
    }
    List<Share> all = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      all.add(of(i, dealt.get(i)));
    }
    return all;
  }

  /** From 0. */
  public int number() {
    return number;
  }

  List<int[]> poems() {
    return Arrays.asList(poems);
  }
}
