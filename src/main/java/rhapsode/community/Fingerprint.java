package rhapsode.community;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a poem is recognised by when a few of its words are changed, and when its text is gone: the
 * {@value #SIZE} smallest salted hashes of its runs of three words (a bottom-k sketch: Cohen and
 * Kaplan 2007, "Summarizing data using bottom-k sketches"). The runs have lost their order, and
 * those of a long poem are a sample. Who has the salt can test a guess, and nothing else.
 * Immutable.
 *
 * @param shingles the hashes, ascending
 */
public record Fingerprint(SortedSet<Long> shingles) {
  /** Hashes kept of a poem; all there are of one with fewer runs of words. */
  public static final int SIZE = 64;

  /** From this likeness on, two poems are the same but for a few words. */
  public static final double NEAR = 0.4;

  private static final int RUN = 3;

  public Fingerprint {
    shingles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(shingles));
  }

  /** The one that has these hashes. */
  public static Fingerprint of(Collection<Long> shingles) {
    return new Fingerprint(new TreeSet<>(shingles));
  }

  /**
   * That of a text.
   *
   * @param salt the same for all that are compared
   */
  public static Fingerprint of(String text, String salt) {
    List<String> words = PlainWords.of(text);
    var smallest = new TreeSet<Long>();
    int last = Math.max(0, words.size() - RUN);
    for (int from = 0; from <= last && !words.isEmpty(); from++) {
      int to = Math.min(words.size(), from + RUN);
      smallest.add(hash(salt + ' ' + String.join(" ", words.subList(from, to))));
      if (smallest.size() > SIZE) {
        smallest.pollLast();
      }
    }
    return new Fingerprint(smallest);
  }

  private static long hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * How much two poems have in common: about the share of all their runs that both have, 0 to 1.
   */
  public double likeness(Fingerprint other) {
    var all = new TreeSet<>(shingles);
    all.addAll(other.shingles);
    long size = Math.min(SIZE, all.size());
    long shared =
        all.stream()
            .limit(size)
            .filter(hash -> shingles.contains(hash) && other.shingles.contains(hash))
            .count();
    return size == 0 ? 0 : (double) shared / size;
  }

  /** Whether two poems are the same but for a few words. */
  public boolean isNear(Fingerprint other) {
    return likeness(other) >= NEAR;
  }
}
