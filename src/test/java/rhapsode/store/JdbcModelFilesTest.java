package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;

@ParameterizedClass
@EnumSource
final class JdbcModelFilesTest {
  private final Database database;
  private final JdbcModelFiles files;
  @TempDir private Path folder;

  JdbcModelFilesTest(TestDatabase kind) {
    database = kind.open();
    files = new JdbcModelFiles(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Path model(String name, int bytes) throws IOException {
    Path model = Files.createDirectories(folder.resolve(name));
    byte[] weights = new byte[bytes];
    new Random(bytes).nextBytes(weights);
    Files.write(model.resolve("weights.zip"), weights);
    Files.writeString(model.resolve("manifest.json"), "{}");
    Files.writeString(model.resolve("empty.txt"), "");
    return model;
  }

  private Path fetched(String name) throws IOException {
    Path to = Files.createTempDirectory(folder, "fetched");
    assertTrue(files.get(name, to));
    return to;
  }

  @Test
  void whatGoesInComesOutByteForByte() throws IOException {
    for (int bytes : new int[] {1, JdbcModelFiles.CHUNK, 3 * JdbcModelFiles.CHUNK + 7}) {
      Path model = model("m" + bytes, bytes);
      files.put("m" + bytes, model);
      Path fetched = fetched("m" + bytes);
      for (String name : List.of("weights.zip", "manifest.json", "empty.txt")) {
        assertArrayEquals(
            Files.readAllBytes(model.resolve(name)), Files.readAllBytes(fetched.resolve(name)));
      }
    }
  }

  @Test
  void whatIsPutAgainTakesTheOldOnesPlace() throws IOException {
    files.put("m", model("one", 5));
    files.put("m", model("two", 6));
    assertEquals(6, Files.size(fetched("m").resolve("weights.zip")));
  }

  @Test
  void whatIsNotThereIsNotFetched() {
    assertFalse(files.get("none", folder));
  }

  @Test
  void aChangedByteIsNoticed() throws IOException {
    files.put("m", model("m", 5));
    database
        .jdbc()
        .write(
            on ->
                on.update(
                    "update model_chunk set content = ? where name = 'manifest.json'",
                    new byte[] {'[', ']'}));
    Path to = Files.createDirectories(folder.resolve("to"));
    assertThrows(UncheckedIOException.class, () -> files.get("m", to));
  }

  @Test
  void aMissingPartIsNoticed() throws IOException {
    files.put("m", model("m", 2 * JdbcModelFiles.CHUNK));
    database.jdbc().write(on -> on.update("delete from model_chunk where number = 1"));
    Path to = Files.createDirectories(folder.resolve("to"));
    assertThrows(UncheckedIOException.class, () -> files.get("m", to));
  }

  @Test
  void whatCannotServeIsLetGo() throws IOException {
    var history = new JdbcModelHistory(database);
    TrainingRun run = history.begin(Cause.ASKED, "base", List.of(), Instant.EPOCH).orElseThrow();
    for (String name : List.of("old", "serving", "rejected", "stray", run.model())) {
      files.put(name, model(name, 9));
    }
    history.add(version("old", State.IN_SERVICE));
    history.add(version("serving", State.IN_SERVICE));
    history.add(version("rejected", State.REJECTED));
    files.prune();
    assertEquals(List.of(run.model(), "old", "serving"), models());
    history.forget("old");
    history.breakOff(run.id(), TrainingRun.Outcome.INTERRUPTED, "", Instant.EPOCH);
    files.prune();
    assertEquals(List.of("serving"), models());
  }

  private List<String> models() {
    Stream<String> names =
        database
            .jdbc()
            .list(row -> row.getString("model"), "select distinct model from model_chunk")
            .stream();
    return names.sorted().toList();
  }

  private static ModelVersion version(String name, State state) {
    return new ModelVersion(
        name, "base", Instant.EPOCH, 1, 9, 8, state, state == State.REJECTED ? "worse" : null);
  }
}
