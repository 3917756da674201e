package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.store.Database;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.JdbcArchive;

/** {@code rhapsode backup}, {@code restore}, {@code rekey} and {@code migrate-data}. */
final class KeepingCommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void aPoemInA() throws IOException {
    for (String name : List.of("a", "b")) {
      Files.writeString(settings(name), "data: {folder: '%s'}\n".formatted(folder.resolve(name)));
    }
    try (Database database = Database.open(folder.resolve("a"))) {
      var consent = new Consent(true, true, false, "2026-11", NOW);
      var poem =
          new Submission(
              new Author("discord", "1", "Ada"),
              "here",
              "",
              "a moon",
              consent,
              PoemStatus.APPROVED);
      new JdbcArchive(database)
          .add(List.of(new ArchivedPoem(poem, NOW, List.of(), Optional.empty())));
    }
  }

  private Path settings(String name) {
    return folder.resolve(name + ".yml");
  }

  private Run run(String settings, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line = RhapsodeCommand.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var all = new ArrayList<>(List.of("--config", "" + settings(settings)));
    List.of(arguments).forEach(argument -> all.add("" + argument));
    int exit = line.execute(all.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  private static int poems(DatabaseAddress address) {
    try (Database database = Database.open(address)) {
      return new JdbcArchive(database).all().size();
    }
  }

  @Test
  void aBackupIsPutBackElsewhere() {
    Path file = folder.resolve("backup.zip");
    Run written = run("a", "backup", file);
    assertEquals(0, written.exit, written.err);
    assertTrue(written.out.matches("(?s).*: 1 poems, \\d+ rows in all, the shipped model; .*"));
    Run restored = run("b", "restore", file);
    assertEquals(0, restored.exit, restored.err);
    assertTrue(
        restored.out.matches(
            "(?s).* and put back\\RWhat was withdrawn or erased after \\S+Z may be in it again\\. .*"),
        restored.out);
    assertEquals(1, poems(DatabaseAddress.folder(folder.resolve("b"))));
    Run again = run("b", "restore", file);
    assertEquals(1, again.exit);
    assertEquals(
        "The database in " + folder.resolve("b") + " is not empty; name one that is.",
        again.err.strip());
    Run replaced = run("b", "restore", "--replace", file);
    assertEquals(0, replaced.exit, replaced.err);
    assertFalse(replaced.out.contains("again"), replaced.out);
  }

  @Test
  void aKeyIsChanged() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "a-long-and-random-key\n");
    Run unsaid = run("a", "rekey");
    assertEquals(2, unsaid.exit);
    assertTrue(unsaid.err.startsWith("Give the new key in RHAPSODE_DATABASE_NEW_KEY"), unsaid.err);
    Run rekeyed = run("a", "rekey", "--new-key-file", key);
    assertEquals(0, rekeyed.exit, rekeyed.err);
    assertEquals(1, poems(DatabaseAddress.folder(folder.resolve("a"), "a-long-and-random-key")));
    Run closed = run("a", "export", folder.resolve("poems.jsonl"));
    assertEquals(1, closed.exit);
    assertTrue(closed.err.contains("does not open with this key"), closed.err);
    Files.writeString(
        settings("a"),
        "database: {key-file: '%s'}\n".formatted(key),
        java.nio.file.StandardOpenOption.APPEND);
    Run plain = run("a", "rekey", "--plain");
    assertEquals(0, plain.exit, plain.err);
    assertEquals(1, poems(DatabaseAddress.folder(folder.resolve("a"))));
  }

  @Test
  void allIsMovedAndSummed() {
    Run moved =
        run("a", "migrate-data", "--from", folder.resolve("a"), "--to", folder.resolve("c"));
    assertEquals(0, moved.exit, moved.err);
    assertTrue(moved.out.contains("rows moved; counts and sums are the same on both sides"));
    assertEquals(1, poems(DatabaseAddress.folder(folder.resolve("c"))));
    Run nowhere = run("a", "migrate-data", "--from", "jdbc:h2:mem:x", "--to", folder.resolve("d"));
    assertEquals(1, nowhere.exit);
    assertEquals(
        "The database cannot be used: a database's address is such as"
            + " jdbc:postgresql://127.0.0.1:5432/rhapsode.",
        nowhere.err.strip());
  }
}
