package rhapsode.language;

import java.nio.ByteBuffer;

/**
 * The phrases of a text in a few bits each: a Bloom filter. What the text holds is always found; of
 * what it does not hold, a share of {@link #error} is found too. Immutable.
 */
public final class PhraseFilter implements Phrases {
  /*
   * Bloom 1970, "Space/Time Trade-offs in Hash Coding with Allowable Errors": each phrase sets k of
   * m bits. After n phrases a bit is still clear with probability e^(-kn/m), hence a foreign phrase
   * finds all of its k bits set with probability (1 - e^(-kn/m))^k. The best k is (m/n) ln 2; 10
   * bits a phrase give k = 7 and an error of 0.8 %, 7 bits give k = 5 and 3.5 %.
   *
   * The k places come from two halves of one hash, g(i) = a + i b, which leaves that error as it is
   * (Kirsch and Mitzenmacher 2006, "Less Hashing, Same Performance", section 3).
   */
  private static final int HEADER = 4 * Integer.BYTES;
  private static final int MOST_HASHES = 32;
  private static final int MOST_BITS = 1 << 30;

  private final int length;
  private final int size;
  private final int hashes;
  private final long[] bits;

  private PhraseFilter(int length, int size, int hashes, long[] bits) {
    this.length = length;
    this.size = size;
    this.hashes = hashes;
    this.bits = bits;
  }

  /**
   * A filter of some phrases.
   *
   * @param bitsEach bits a phrase, from 1 to 40
   */
  public static PhraseFilter of(PhraseSet phrases, double bitsEach) {
    double wanted = Math.max(1, phrases.size() * bitsEach);
    if (!(bitsEach >= 1 && bitsEach <= 40) || wanted > MOST_BITS) {
      throw new IllegalArgumentException(
          "%s bits for each of %d phrases are no size for a filter"
              .formatted(bitsEach, phrases.size()));
    }
    int hashes = Math.max(1, (int) Math.round(bitsEach * Math.log(2)));
    var bits = new long[(int) Math.ceil(wanted / Long.SIZE)];
    for (long phrase : phrases.hashes()) {
      for (int i = 0; i < hashes; i++) {
        int place = place(phrase, i, bits.length);
        bits[place >>> 6] |= 1L << place;
      }
    }
    return new PhraseFilter(phrases.length(), phrases.size(), hashes, bits);
  }

  /** The i-th place of a phrase: the upper half of a product takes a hash into the range. */
  private static int place(long phrase, int i, int longs) {
    long second = PhraseHash.mix(phrase) | 1;
    long hash = phrase + i * second;
    return (int) (((hash >>> 32) * ((long) longs * Long.SIZE)) >>> 32);
  }

  @Override
  public int length() {
    return length;
  }

  /** How many different phrases went in. */
  public int size() {
    return size;
  }

  /** The share of foreign phrases, from 0 to 1, that it takes for its own. */
  public double error() {
    double set = 1 - Math.exp(-(double) hashes * size / ((double) bits.length * Long.SIZE));
    return Math.pow(set, hashes);
  }

  @Override
  public boolean holds(long phrase) {
    for (int i = 0; i < hashes; i++) {
      int place = place(phrase, i, bits.length);
      if ((bits[place >>> 6] & (1L << place)) == 0) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes {@link #write} writes. */
  int bytes() {
    return HEADER + bits.length * Long.BYTES;
  }

  /** Writes words a phrase, phrases, hashes a phrase, the number of longs, and the bits. */
  void write(ByteBuffer to) {
    to.putInt(length).putInt(size).putInt(hashes).putInt(bits.length);
    to.asLongBuffer().put(bits);
    to.position(to.position() + bits.length * Long.BYTES);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  static PhraseFilter read(ByteBuffer from) {
    if (from.remaining() < HEADER) {
      throw new IllegalArgumentException("a filter is cut off");
    }
    int length = from.getInt();
    int size = from.getInt();
    int hashes = from.getInt();
    int longs = from.getInt();
    boolean possible = length >= 1 && size >= 0 && hashes >= 1 && hashes <= MOST_HASHES;
    if (!possible || longs < 1 || longs > from.remaining() / Long.BYTES) {
      throw new IllegalArgumentException("a filter's header does not fit the file");
    }
    var bits = new long[longs];
    from.asLongBuffer().get(bits);
    from.position(from.position() + longs * Long.BYTES);
    return new PhraseFilter(length, size, hashes, bits);
  }
}
