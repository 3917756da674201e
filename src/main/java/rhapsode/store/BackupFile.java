package rhapsode.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup's file: a ZIP archive with a list of contents, a database of H2, and the files of the
 * model in service in a folder {@code models}.
 */
final class BackupFile {
  private static final String CONTENTS = "backup.properties";
  private static final String WRITTEN = "written";
  private static final String TABLE = "table.";
  private static final int LONGEST_CONTENTS = 100_000;

  /** Nothing else is taken out of an archive, and nothing that would land elsewhere. */
  private static final Pattern KNOWN =
      Pattern.compile(
          Pattern.quote(H2File.NAME)
              + "|models/[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*");

  private BackupFile() {}

  /**
   * What a backup holds.
   *
   * @param written when
   * @param tables rows of each table, and what they add up to
   */
  record Contents(Instant written, List<Transfer.Moved> tables) {
    byte[] lines() {
      var lines = new StringBuilder(WRITTEN + "=" + written + "\n");
      for (Transfer.Moved table : tables) {
        lines.append("%s%s=%d %s%n".formatted(TABLE, table.table(), table.rows(), table.sum()));
      }
      return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Contents of(byte[] lines) throws IOException {
      var values = new Properties();
      values.load(new StringReader(new String(lines, StandardCharsets.UTF_8)));
      try {
        var tables = new ArrayList<Transfer.Moved>();
        for (Tables.Table table : Tables.ALL) {
          String value = values.getProperty(TABLE + table.name());
          if (value != null) {
            String[] parts = value.split(" ", 2);
            tables.add(new Transfer.Moved(table.name(), Long.parseLong(parts[0]), parts[1]));
          }
        }
        return new Contents(Instant.parse(values.getProperty(WRITTEN, "")), tables);
      } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new ZipException("its list of contents is not one");
      }
    }
  }

  /**
   * Writes a folder as an archive beside that folder, reads that through, forces it to the disk,
   * and only then gives it its name, on the same disk.
   */
  static void pack(Path folder, Contents contents, Path file) throws IOException {
    // Nobody else on the machine may read a file that is made so.
    Path beside = Files.createTempFile(folder.getParent(), file.getFileName().toString(), ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(beside);
          var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(CONTENTS));
        zip.write(contents.lines());
        for (Path each : files(folder)) {
          zip.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
          Files.copy(each, zip);
        }
      }
      readThrough(beside);
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      H2File.force(file.toAbsolutePath().resolveSibling(""));
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void readThrough(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        read(zip, entry, OutputStream.nullOutputStream());
      }
    }
  }

  /** {@link ZipFile} itself does not compare check sums. */
  private static void read(ZipFile zip, ZipEntry entry, OutputStream out) throws IOException {
    try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      in.transferTo(out);
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("the check sum of " + entry.getName() + " is wrong");
      }
    }
  }

  /**
   * Reads an archive into a folder.
   *
   * @throws ZipException if it is no backup
   */
  static Contents unpack(Path file, Path folder) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (KNOWN.matcher(entry.getName()).matches()) {
          Path to = folder.resolve(entry.getName());
          Files.createDirectories(to.getParent());
          try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            read(zip, entry, out);
          }
        }
      }
      ZipEntry contents = zip.getEntry(CONTENTS);
      if (contents == null || !Files.exists(folder.resolve(H2File.NAME))) {
        throw new ZipException("it is no backup of Rhapsode");
      }
      try (InputStream in = zip.getInputStream(contents)) {
        return Contents.of(in.readNBytes(LONGEST_CONTENTS));
      }
    }
  }
}
