package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.network.ModelException;
import rhapsode.store.Database;
import rhapsode.store.JdbcModelFiles;
import rhapsode.store.TestDatabase;

class DatabaseCourierTest {
  @TempDir private Path folder;
  private Database database;
  private ModelFolders here;
  private ModelFolders there;

  @BeforeEach
  void open() {
    database = TestDatabase.POSTGRES.open();
    here = folders("here");
    there = folders("there");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ModelFolders folders(String process) {
    return new ModelFolders(folder.resolve("base"), folder.resolve(process));
  }

  private DatabaseCourier courier(ModelFolders folders) {
    return new DatabaseCourier(folders, new JdbcModelFiles(database));
  }

  private static void model(Path folder, int bytes) throws IOException {
    Files.createDirectories(folder);
    byte[] weights = new byte[bytes];
    new Random(bytes).nextBytes(weights);
    Files.write(folder.resolve("weights.zip"), weights);
    Files.writeString(folder.resolve("manifest.json"), "{}");
  }

  private static List<String> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aModelComesWholeAndTakesTheOldOnesPlace() throws IOException {
    model(here.of("m"), 99);
    courier(here).send("m");
    model(there.of("m"), 5);
    Files.writeString(there.of("m").resolve("old.txt"), "old");
    Files.createDirectories(there.unfinished("m")); // Left by a process that died.
    Files.writeString(there.unfinished("m").resolve("half.txt"), "half");
    assertTrue(courier(there).fetch("m"));
    assertEquals(List.of("m"), inside(there.taught()));
    assertEquals(List.of("manifest.json", "weights.zip"), inside(there.of("m")));
    assertEquals(-1, Files.mismatch(weights(here), weights(there)));
  }

  private static Path weights(ModelFolders folders) {
    return folders.of("m").resolve("weights.zip");
  }

  @Test
  void whatIsNotThereLeavesNothingBehind() throws IOException {
    assertFalse(courier(there).fetch("m"));
    assertEquals(List.of(), inside(there.taught()));
  }

  @Test
  void aFolderThatCannotBeReadSendsNothing() {
    DatabaseCourier courier = courier(here);
    assertThrows(UncheckedIOException.class, () -> courier.send("none"));
    assertFalse(courier(there).fetch("none"));
  }

  @Test
  void aReaderFetchesWhatIsMissingOrDamagedOnce() {
    var fetched = new ArrayList<String>();
    var reader =
        new ModelReader(
            there,
            Repertoires.PLAIN,
            model -> {
              fetched.add(model);
              return true;
            });
    assertThrows(ModelException.class, () -> reader.read("m"));
    assertEquals(List.of("m"), fetched);
    assertThrows(ModelException.class, () -> reader.read("base"));
    assertEquals(List.of("m"), fetched, "the base model is everybody's own");
  }

  /** As large as the shipped model; its figures are in docs/several-processes.md. */
  @Test
  void aLargeModelGoesInPieces() throws IOException {
    int bytes = Integer.getInteger("rhapsode.model.bytes", 2_000_000);
    model(here.of("m"), bytes);
    long begun = System.nanoTime();
    courier(here).send("m");
    long sent = System.nanoTime();
    courier(there).fetch("m");
    long came = System.nanoTime();
    System.out.printf(
        "a model of %d bytes: sent in %d ms, fetched in %d ms, with at most %d MB of heap%n",
        bytes,
        (sent - begun) / 1_000_000,
        (came - sent) / 1_000_000,
        Runtime.getRuntime().maxMemory() >> 20);
    assertEquals(-1, Files.mismatch(weights(here), weights(there)));
  }
}
