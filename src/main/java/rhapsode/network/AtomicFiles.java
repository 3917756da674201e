package rhapsode.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that are there whole or not at all, also after a crash. */
final class AtomicFiles {
  private AtomicFiles() {}

  @FunctionalInterface
  interface Writing {
    void to(Path file) throws IOException;
  }

  /** Writes beside the file, forces it to the disk, and renames it into place. */
  static void replace(Path file, Writing writing) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(beside); // It could be a link that somebody laid there.
      writing.to(beside);
      force(beside, StandardOpenOption.WRITE);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Renames, and forces the folder, so that the new name survives. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  /** In hexadecimal digits. */
  static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
