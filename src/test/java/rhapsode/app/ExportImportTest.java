package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Origin;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.store.Database;
import rhapsode.store.JdbcArchive;
import rhapsode.store.JdbcPoemStore;

/** {@code rhapsode export} and {@code rhapsode import}. */
class ExportImportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final String ODD =
      "'); drop table poem; -- \" \\ ${x}\n**bold** <b> @everyone 🌙 İstanbul ß שלום\n\n\tend";

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void settings() throws IOException {
    for (String name : List.of("a", "b")) {
      Files.writeString(
          folder.resolve(name + ".yml"), "data: {folder: '%s'}\n".formatted(folder.resolve(name)));
    }
  }

  private Run run(String store, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line = RhapsodeCommand.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var all = new ArrayList<>(List.of("--config", "" + folder.resolve(store + ".yml")));
    List.of(arguments).forEach(argument -> all.add("" + argument));
    int exit = line.execute(all.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  private static ArchivedPoem poem(String text, PoemStatus status, ArchivedPoem.Vote... votes) {
    var consent = new Consent(true, true, false, "2026-11", NOW.minusSeconds(1));
    return new ArchivedPoem(
        new Submission(ADA, "here", "A title", text, consent, status),
        NOW,
        List.of(votes),
        Optional.empty());
  }

  private List<ArchivedPoem> stored(String store) {
    try (Database database = Database.open(folder.resolve(store))) {
      return new JdbcArchive(database).all();
    }
  }

  private void store(String store, ArchivedPoem... poems) {
    try (Database database = Database.open(folder.resolve(store))) {
      new JdbcArchive(database).add(List.of(poems));
    }
  }

  private Path export(String store, String file) {
    Path path = folder.resolve(file);
    Run run = run(store, "export", path);
    assertEquals(0, run.exit, run.err);
    return path;
  }

  private static List<String> poemsOf(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  @Test
  void whatGoesOutComesInAgainToTheLetter() throws IOException {
    store(
        "a",
        poem(ODD, PoemStatus.APPROVED, new ArchivedPoem.Vote("discord", "2", NOW.plusSeconds(1))),
        poem("moon two", PoemStatus.PENDING),
        poem("moon three", PoemStatus.REJECTED));
    Path file = export("a", "poems.jsonl");
    assertEquals(
        "3 poems imported, 0 were there already, 0 had been withdrawn\n",
        run("b", "import", file).out);
    assertEquals(stored("a"), stored("b"));
    assertEquals(poemsOf(file), poemsOf(export("b", "again.jsonl")));
    assertEquals(
        "0 poems imported, 3 were there already, 0 had been withdrawn\n",
        run("b", "import", file).out);
    assertEquals(3, stored("b").size());
  }

  @Test
  void whatWasWithdrawnMeanwhileDoesNotComeBack() {
    store("a", poem("The moon is up", PoemStatus.APPROVED), poem("moon two", PoemStatus.PENDING));
    Path file = export("a", "poems.jsonl");
    try (Database database = Database.open(folder.resolve("a"))) {
      var poems = new JdbcPoemStore(database);
      poems.withdraw(poems.byAuthor(ADA).get(1).id(), ADA, NOW);
    }
    assertEquals(
        "0 poems imported, 1 were there already, 1 had been withdrawn\n",
        run("a", "import", file).out);
    assertEquals(1, stored("a").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"APPROVED\" | \"GRAND\" | line 2: there is no status 'GRAND'",
        "\"APPROVED\" | \"WITHDRAWN\" | line 2: a poem cannot enter withdrawn",
        "\"here\" | 3 | line 2: the field 'community' has to be a text",
        "\"training\":true | \"training\":1 | line 2: the field 'training' has to be true or false",
        "\"title\" | \"titel\" | line 2: there is no field 'titel'",
        "T12:00:00 | T25:00:00 | line 2: the field 'given_at' has to be a time such as"
            + " 2026-11-24T12:00:00Z",
        "{\"platform\" | {\"platform | line 2: no JSON object",
        "rhapsode-poems | other | line 1: an export begins with its format, rhapsode-poems version"
            + " 1",
        "\"poems\":2 | \"poems\":3 | line 1: the file should have 3 poems, but has 2"
      })
  void whatIsFaultyIsNamedAndNothingOfItTaken(String sound, String faulty, String sentence)
      throws IOException {
    store("a", poem("The moon is up", PoemStatus.APPROVED), poem("moon two", PoemStatus.PENDING));
    Path file = export("a", "poems.jsonl");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(faulty)));
    Run run = run("b", "import", file);
    assertEquals(1, run.exit);
    assertEquals("Nothing was imported:\n  " + sentence + "\n", run.err);
    assertEquals(List.of(), stored("b"));
  }

  @Test
  void whatIsFaultyIsNotRepeatedAtAnyLength() throws IOException {
    String header = "{\"format\":\"rhapsode-poems\",\"version\":1,\"poems\":1}";
    Path file =
        Files.write(
            folder.resolve("poems.jsonl"), List.of(header, "{\"" + "x".repeat(9999) + "\":1}"));
    Run run = run("a", "import", file);
    assertTrue(run.err.contains("line 2: there is no field 'xxx"), run.err);
    assertTrue(run.err.length() < 300, run.err);
  }

  @Test
  void onlyTheFirstFaultsAreNamed() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("{\"format\":\"rhapsode-poems\",\"version\":1,\"poems\":9}");
    for (int i = 0; i < 9; i++) {
      lines.add("[]");
    }
    Path file = Files.write(folder.resolve("poems.jsonl"), lines);
    Run run = run("a", "import", file);
    assertTrue(run.err.endsWith("  line 6: no JSON object\n  and 4 more\n"), run.err);
  }

  @Test
  void aCorpusIsTakenWithItsLicenceAndItsSource() throws IOException {
    Path file =
        Files.writeString(folder.resolve("verse.txt"), "The moon\nis up.\n\n\nThe sun\n\nis late.");
    Object[] arguments = {
      "import", "--corpus", file, "--licence", "CC0-1.0", "--provenance", "by ourselves"
    };
    assertEquals(
        "2 poems imported, 0 were there already, 0 had been withdrawn\n", run("a", arguments).out);
    assertEquals(
        "0 poems imported, 2 were there already, 0 had been withdrawn\n", run("a", arguments).out);
    ArchivedPoem poem = stored("a").get(1);
    assertEquals("The sun\n\nis late.", poem.submission().text());
    assertEquals(PoemStatus.APPROVED, poem.submission().status());
    assertTrue(poem.submission().consent().training());
    assertEquals(Optional.of(new Origin("CC0-1.0", "by ourselves")), poem.origin());
    run("b", "import", export("a", "poems.jsonl"));
    assertEquals(stored("a"), stored("b"));
  }

  @Test
  void wrongUseIsOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("long.txt"), "The moon ".repeat(500));
    assertEquals(
        "Nothing was imported:\n  poem 1 has 4,499 characters; at most 4,000 fit\n",
        run("a", "import", "--corpus", file, "--licence", "x", "--provenance", "y").err);
    for (Run run :
        List.of(
            run("a", "import"),
            run("a", "import", file, "--corpus", file),
            run("a", "import", file, "--licence", "x"),
            run("a", "import", "--corpus", file, "--licence", "x"),
            run("a", "export", file))) {
      assertEquals(2, run.exit, run.err);
    }
    Run missing = run("a", "import", folder.resolve("missing.jsonl"));
    assertEquals(1, missing.exit);
    assertTrue(missing.err.contains("missing.jsonl cannot be read"), missing.err);
    Run nowhere = run("a", "export", folder.resolve("no/such/folder"));
    assertEquals(1, nowhere.exit);
    assertTrue(nowhere.err.contains("cannot be written to"), nowhere.err);
  }
}
