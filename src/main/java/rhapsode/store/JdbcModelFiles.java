package rhapsode.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the files of models in the tables {@code model_file} and {@code model_chunk}, so that every
 * process has them. Files go in and out in pieces: none is ever in memory as a whole. Thread-safe.
 */
public final class JdbcModelFiles {
  /** A few hundred of them make a model; H2 takes no more than four times as much in a value. */
  static final int CHUNK = 256 * 1024;

  private final Jdbc jdbc;

  public JdbcModelFiles(Database database) {
    this.jdbc = database.jdbc();
  }

  private record Filed(String name, long bytes, String sha256) {}

  /**
   * Keeps all files of a folder under a model's name, whole or not at all, in place of what was
   * kept under it.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public void put(String model, Path folder) {
    jdbc.write(
        on -> {
          on.update("delete from model_file where model = ?", model);
          for (Path file : files(folder)) {
            put(on, model, file);
          }
          return model;
        });
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Statements on, String model, Path file) throws SQLException {
    String name = file.getFileName().toString();
    on.update("insert into model_file values (?, ?, 0, '')", model, name);
    MessageDigest digest = sha256();
    long bytes = 0;
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] chunk = content.readNBytes(CHUNK);
      for (int number = 0; chunk.length > 0; number++) {
        on.update("insert into model_chunk values (?, ?, ?, ?)", model, name, number, chunk);
        bytes += chunk.length;
        chunk = content.readNBytes(CHUNK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    on.update(
        "update model_file set bytes = ?, sha256 = ? where model = ? and name = ?",
        bytes,
        HexFormat.of().formatHex(digest.digest()),
        model,
        name);
  }

  /**
   * Writes the files of a model.
   *
   * @param folder an empty one
   * @return false if none are kept under this name
   * @throws UncheckedIOException if they cannot be written, or one is not what was put in: then
   *     what was written is of no use
   */
  public boolean get(String model, Path folder) {
    List<Filed> filed =
        jdbc.list(
            row -> new Filed(row.getString("name"), row.getLong("bytes"), row.getString("sha256")),
            "select name, bytes, sha256 from model_file where model = ? order by name",
            model);
    for (Filed file : filed) {
      try {
        get(model, file, folder.resolve(file.name()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return !filed.isEmpty();
  }

  private void get(String model, Filed file, Path to) throws IOException {
    MessageDigest digest = sha256();
    long left = file.bytes();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      for (int number = 0; left > 0; number++) {
        byte[] chunk =
            chunk(model, file.name(), number)
                .orElseThrow(() -> new IOException("a part of " + file.name() + " is missing"));
        out.write(chunk);
        left -= chunk.length;
      }
    }
    byte[] hash = HexFormat.of().parseHex(file.sha256());
    if (!Arrays.equals(hash, digest.digest())) {
      throw new IOException("the file " + file.name() + " of " + model + " is not what was kept");
    }
  }

  private Optional<byte[]> chunk(String model, String name, int number) {
    return jdbc
        .list(
            row -> row.getBytes("content"),
            "select content from model_chunk where model = ? and name = ? and number = ?",
            model,
            name,
            number)
        .stream()
        .findFirst();
  }

  /** Whether files are kept under a model's name. */
  public boolean has(String model) {
    return !jdbc.list(row -> 1, "select name from model_file where model = ?", model).isEmpty();
  }

  /** Removes the files of models that can serve no longer, and of those that came to nothing. */
  public void prune() {
    jdbc.alone(
        Latch.MODELS,
        on ->
            on.update(
                """
                delete from model_file
                where model not in (
                    select name from model_version where state in ('IN_SERVICE', 'RETIRED'))
                  and model not in (select model from training_run where running)
                """));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
