package rhapsode.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model must not say after its training text, small enough to be shipped with it and without
 * a word of the text in clear ({@code docs/adr/0009}). Immutable.
 *
 * @param forbidden phrases that would be copied verse: {@value #COPIED} consecutive words
 * @param worn phrases that are better avoided: {@value #WORN} consecutive words
 */
public record PhraseIndex(PhraseFilter forbidden, PhraseFilter worn) {
  /** Words in a phrase that counts as copied. */
  public static final int COPIED = 8;

  /** Words in a phrase that people too share now and then. */
  public static final int WORN = 5;

  private static final double BITS_COPIED = 10;
  private static final double BITS_WORN = 7;

  private static final int MAGIC = 0x52485048; // "RHPH"
  private static final int VERSION = 1;
  private static final int HEADER = 2 * Integer.BYTES;

  public PhraseIndex {
    if (forbidden.length() <= worn.length()) {
      throw new IllegalArgumentException(
          "forbidden phrases are the longer ones, not of %d and %d words"
              .formatted(forbidden.length(), worn.length()));
    }
  }

  /** The index of poems, each as the numbers of its words ({@link PhraseHash#poem}). */
  public static PhraseIndex of(List<long[]> poems) {
    return new PhraseIndex(
        PhraseFilter.of(PhraseSet.of(COPIED, poems), BITS_COPIED),
        PhraseFilter.of(PhraseSet.of(WORN, poems), BITS_WORN));
  }

  /** How many bytes its file has. */
  public int bytes() {
    return HEADER + forbidden.bytes() + worn.bytes();
  }

  /** Writes a file: {@code RHPH}, the version, and both filters, all big-endian. */
  public void write(Path file) throws IOException {
    var bytes = ByteBuffer.allocate(bytes()).putInt(MAGIC).putInt(VERSION);
    forbidden.write(bytes);
    worn.write(bytes);
    Files.write(file, bytes.array());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no index, or one of another version
   */
  public static PhraseIndex read(Path file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.remaining() < HEADER || bytes.getInt() != MAGIC || bytes.getInt() != VERSION) {
      throw new IllegalArgumentException("an index of phrases begins otherwise");
    }
    var index = new PhraseIndex(PhraseFilter.read(bytes), PhraseFilter.read(bytes));
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException("an index of phrases ends earlier");
    }
    return index;
  }
}
