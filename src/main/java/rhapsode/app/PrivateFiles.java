package rhapsode.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what people gave from the machine's other users, where the file system knows users: what is
 * made is the bot's alone, what others could read is taken from them. A group that an operator lets
 * in stays in.
 */
final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private PrivateFiles() {}

  /** Makes a folder, and those above it that are missing, if it is not there. */
  static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, only("rwx------"));
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  static void makeFile(Path file) throws IOException {
    Files.createFile(file, only("rw-------"));
  }

  private static FileAttribute<?>[] only(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Takes a folder and the files in it from others. What is somebody else's stays as it is. */
  static void close(Path folder) {
    if (!POSIX || !Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      closeOne(folder);
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          closeOne(file);
        }
      }
    } catch (IOException e) {
      LoggerHolder.LOG.warn("Others may be able to read what is in {}", folder, e);
    }
  }

  private static void closeOne(Path path) throws IOException {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(Files.getPosixFilePermissions(path));
    if (permissions.removeAll(OTHERS)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  /** The first logger makes the log's folder, which has to be made here before. */
  private static final class LoggerHolder {
    static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
  }
}
