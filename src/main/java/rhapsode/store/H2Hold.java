package rhapsode.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the file of a database from all other processes without opening the database, as H2 itself
 * keeps it: neither its key is needed nor that it is whole. This process must not have it open by
 * other means meanwhile, for the system forgets a process's locks on a file with the first channel
 * of it that is closed (POSIX, {@code fcntl}).
 */
final class H2Hold implements Closeable {
  private final Path folder;
  private final FileChannel channel;

  private H2Hold(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Holds the file of a folder until it is closed.
   *
   * @param place for the sentence of the failure
   * @throws DatabaseInUseException if another process does
   */
  static H2Hold of(Path folder, String place) throws IOException {
    FileChannel channel =
        FileChannel.open(H2File.in(folder), StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (isFree(channel)) {
        return new H2Hold(folder, channel);
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new DatabaseInUseException(place, new IOException("the file is locked"));
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // This process has it open, and H2 lets it have it open again.
      return true;
    }
  }

  /** Gives the file a second name, or keeps a copy where the disk knows no links. */
  void keepBeside(String name) throws IOException {
    Path beside = folder.resolve(name);
    try {
      Files.createLink(beside, H2File.in(folder));
    } catch (UnsupportedOperationException | IOException e) {
      Path unfinished = folder.resolve(name + ".part");
      Files.copy(
          Channels.newInputStream(channel.position(0)),
          unfinished,
          StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, beside);
    }
  }

  /** Puts another file in its place, in one step. */
  void replace(Path file) throws IOException {
    try {
      H2File.moveInto(folder, file);
    } catch (FileSystemException e) {
      // Windows puts none in the place of one that is open.
      close();
      H2File.moveInto(folder, file);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
