package rhapsode.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip file that may come from anywhere. Entries are asked for by name, never unpacked to the
 * disk, and all that is read of them together is bounded by the size of the file: weights hardly
 * shrink, so a file that grows much more is a bomb. Confined to one thread.
 */
final class BoundedZip implements AutoCloseable {
  /** How much larger the content may be than the file. */
  private static final int MOST_GROWTH = 50;

  /** So much may always be read: tables of equal numbers do shrink. */
  private static final long ALWAYS = 1 << 20;

  private final ZipFile zip;
  private long left;

  BoundedZip(Path file) throws IOException {
    left = ALWAYS + MOST_GROWTH * Files.size(file);
    zip = new ZipFile(file.toFile());
  }

  /** Whether there is such an entry. */
  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /**
   * An entry's content, which fails where it grows too large.
   *
   * @throws IOException if there is no such entry
   */
  InputStream entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the file has no " + name);
    }
    return new Bounded(zip.getInputStream(entry));
  }

  /** A whole entry. */
  byte[] content(String name) throws IOException {
    try (InputStream in = entry(name)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
      int count = super.read(bytes, from, most);
      count(Math.max(0, count));
      return count;
    }

    private void count(long bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException(
            "the file unpacks to more than %d times its size".formatted(MOST_GROWTH));
      }
    }
  }
}
