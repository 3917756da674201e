package rhapsode.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipFile;

/** The file of a database of H2, as a file among others: what is done with it past H2. */
final class H2File {
  /** Its name in its folder. */
  static final String NAME = "rhapsode.mv.db";

  private static final String ARCHIVE = "h2.zip";

  private H2File() {}

  static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  /** How large the file of a folder is; 0 if there is none. */
  static long bytes(Path folder) {
    return in(folder).toFile().length();
  }

  /** H2 would open what it may not write, and fail at the first poem. */
  static void checkWritable(Path path) throws AccessDeniedException {
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  /** Without the key, H2 would take an encrypted file for a damaged one. */
  static boolean isEncrypted(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(9), ISO_8859_1).equals("H2encrypt");
    } catch (IOException e) {
      // There is none yet, or H2 will say better why it cannot be read.
      return false;
    }
  }

  /**
   * Copies a database that is open here, by H2 itself: were the file opened and closed once more,
   * the system would forget H2's lock on it (POSIX, {@code fcntl}).
   */
  static void copyOpen(Jdbc jdbc, Path to) throws IOException {
    jdbc.write(on -> archive(on, to));
    unpack(to);
  }

  /** The same with a connection of one's own. */
  static void copyOpen(Statements on, Path to) throws IOException, SQLException {
    archive(on, to);
    unpack(to);
  }

  private static int archive(Statements on, Path to) throws SQLException {
    return on.update("backup to ?", to.resolve(ARCHIVE).toString());
  }

  private static void unpack(Path to) throws IOException {
    Path archive = to.resolve(ARCHIVE);
    try (var zip = new ZipFile(archive.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(NAME))) {
      Files.copy(in, in(to));
    }
    Files.delete(archive);
  }

  /** The end of the name of what was replaced. */
  static String before(Instant now) {
    return ".before-" + now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "-");
  }

  /**
   * Puts a file into a folder, in one step: a process that is killed, or a loss of power, leaves
   * the one that was there or this one.
   */
  static void moveInto(Path folder, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        file, in(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder);
  }

  /** Forces a folder's entries to the disk, where the system lets one do so. */
  static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and needs it less: the file itself has been forced.
      return;
    }
  }
}
