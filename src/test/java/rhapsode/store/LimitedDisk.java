package rhapsode.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** An H2 file system on which no file grows beyond a limit, as on a disk that is full. */
public final class LimitedDisk extends FilePathWrapper {
  static final String SCHEME = "limited";

  /** H2 makes its paths itself, so the limit cannot be handed to them. */
  static final AtomicLong LIMIT_BYTES = new AtomicLong(Long.MAX_VALUE);

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new LimitedFile(getBase().open(mode));
  }

  private static final class LimitedFile extends FileBaseDefault {
    private final FileChannel file;

    LimitedFile(FileChannel file) {
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      long room = Math.max(file.size(), LIMIT_BYTES.get()) - position;
      if (source.remaining() <= room) {
        return file.write(source, position);
      }
      if (room > 0) {
        // A real disk takes what fits before it refuses.
        ByteBuffer fits = source.slice(source.position(), (int) room);
        file.write(fits, position);
      }
      throw new IOException("No space left on device");
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
