package rhapsode.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import rhapsode.language.Words;
import rhapsode.network.ModelFolder;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/** The contract of the command line. */
class CommandLineTest {
  @TempDir static Path folder;

  private record Run(int exit, String out, String err) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  private static Run run(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line = RhapsodeCommand.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit =
        line.execute(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  @BeforeAll
  static void train() throws IOException {
    Files.writeString(folder.resolve("net.yml"), SmallNetworks.stream(0.01, 2).source());
    var words = new ArrayList<>(Verse.poems(80));
    words.addAll(StarterCorpus.poems().subList(0, 60));
    Files.writeString(folder.resolve("verse.txt"), String.join("\n\n\n", words));
    Files.writeString(
        folder.resolve("tokens.txt"),
        "the moon sings , <eos> a fox waits zebra <eos>\nthe rain burns <eos>\n");
    Run run = train("model", "--json");
    assertEquals(0, run.exit, run.err);
  }

  private static Run train(String name, Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(
        List.of(
            "train",
            "--network",
            folder.resolve("net.yml"),
            "--corpus",
            folder.resolve("verse.txt"),
            "--out",
            folder.resolve(name)));
    arguments.addAll(List.of(more));
    return run(arguments.toArray());
  }

  @Test
  void trainPrintsOneJsonObject() throws IOException {
    JsonNode json = train("json", "--json", "--epochs", "2").json();
    assertEquals("json", json.get("model").asText());
    assertEquals(60, json.get("vocabulary").asInt());
    assertTrue(json.get("parameters").asInt() > 1000);
    assertEquals(32, json.get("parameters_not_trained").asInt());
    assertTrue(json.get("minutes").asDouble() > 0);
    assertTrue(json.get("words_per_second").asDouble() > 0);
    assertEquals(2, json.get("epochs").size());
    for (String side : List.of("train", "valid")) {
      JsonNode figures = json.get("epochs").get(1).get(side);
      assertEquals(
          Math.exp(figures.get("loss").asDouble()), figures.get("perplexity").asDouble(), 1e-6);
      assertTrue(figures.get("accuracy").asDouble() > 0);
    }
  }

  @Test
  void trainWithoutJsonTellsWhatHappened() {
    Run run = train("plain", "--epochs", "1");
    assertEquals("", run.out);
    assertTrue(run.err.contains("epoch 1: training loss"), run.err);
    assertTrue(run.err.contains("Done: model plain in"), run.err);
  }

  @Test
  void evaluateCountsEveryToken() throws IOException {
    Run run =
        run(
            "evaluate",
            "--model",
            folder.resolve("model"),
            "--text",
            folder.resolve("tokens.txt"),
            "--format",
            "tokens",
            "--json");
    assertEquals(14, run.json().get("tokens").asInt());
    assertEquals(1 / 14.0, run.json().get("unknown_share").asDouble(), 1e-9);
    assertTrue(run.json().get("perplexity").asDouble() > 1);
    Run plain =
        run("evaluate", "--model", folder.resolve("model"), "--text", folder.resolve("verse.txt"));
    assertTrue(plain.out.startsWith("perplexity "), plain.out + plain.err);
  }

  @Test
  void tokensTrainToo() throws IOException {
    Files.writeString(
        folder.resolve("many.txt"), "the moon sings <eos> a fox waits <eos>\n".repeat(30));
    Run run =
        run(
            "train",
            "--network",
            folder.resolve("net.yml"),
            "--corpus",
            folder.resolve("many.txt"),
            "--valid",
            folder.resolve("many.txt"),
            "--format",
            "tokens",
            "--epochs",
            1,
            "--out",
            folder.resolve("tokens"),
            "--json");
    assertEquals(10, run.json().get("vocabulary").asInt(), run.err);
  }

  @Test
  void poemsAreWrittenAsPictures() throws IOException {
    Path file = folder.resolve("card.png");
    Object[] call = {
      "poem", "rain", "--model", folder.resolve("model"), "--form", "free", "--card", file
    };
    assertEquals(0, run(call).exit);
    assertEquals("PNG", Files.readString(file, ISO_8859_1).substring(1, 4));
    var two = new ArrayList<Object>(List.of(call));
    two.addAll(List.of("--count", 2));
    assertEquals(0, run(two.toArray()).exit);
    assertTrue(Files.exists(folder.resolve("card-1.png")));
    assertTrue(Files.exists(folder.resolve("card-2.png")));
    call[call.length - 1] = folder.resolve("missing").resolve("card.png");
    Run run = run(call);
    assertEquals(1, run.exit);
    assertEquals("The card cannot be written to " + call[call.length - 1] + ".", run.err.strip());
  }

  @Test
  void theSameNumberGivesTheSamePoems() throws IOException {
    Object[] call = {
      "poem",
      "silver",
      "moon",
      "--form",
      "free",
      "--count",
      2,
      "--random-seed",
      7,
      "--model",
      folder.resolve("model"),
      "--json"
    };
    JsonNode poems = run(call).json().get("poems");
    JsonNode again = run(call).json().get("poems");
    assertEquals(2, poems.size());
    assertEquals(poems.get(1).get("text"), again.get(1).get("text"));
    assertFalse(poems.get(0).get("text").equals(poems.get(1).get("text")));
    JsonNode poem = poems.get(0);
    assertEquals("silver moon", poem.get("seed").asText());
    assertEquals("free", poem.get("form").asText());
    assertEquals(8, poem.get("lines").size());
    assertEquals("model", poem.get("model").asText());
    assertTrue(poem.get("milliseconds").asInt() >= 0);
    assertTrue(
        poem.get("text").asText().toLowerCase(Locale.ROOT).contains("silver moon"), "" + poem);
    assertTrue(poem.get("holds").asBoolean());
    assertEquals(8, poem.get("proof").size());
  }

  @Test
  void aPoemWithoutJsonIsJustThePoem() {
    Run run = run("poem", "rain", "--model", folder.resolve("model"), "--form", "free");
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.matches("(?is).*\\brain\\b.*"), run.out);
    assertEquals(9, run.out.lines().count(), "two stanzas of four lines, and nothing else");
  }

  @Test
  void jsonHoldsTheProofOfEachLine() throws IOException {
    JsonNode proof =
        run("poem", "rain", "--model", folder.resolve("model"), "--form", "AA/4 iambic", "--json")
            .json()
            .get("poems")
            .get(0)
            .get("proof");
    JsonNode line = proof.get(1);
    assertEquals(
        "[syllables, syllables_asked, stresses, metre, metrical, end_word, rhyme, rhymes_with,"
            + " initial_asked, begins, holds]",
        StreamSupport.stream(((Iterable<String>) line::fieldNames).spliterator(), false)
            .toList()
            .toString());
    assertEquals(4, line.get("syllables_asked").asInt());
    assertEquals("wSwS", line.get("metre").asText());
    assertEquals("A", line.get("rhyme").asText());
    assertTrue(line.get("initial_asked").isNull());
    assertEquals(1, line.get("rhymes_with").get(0).get("line").asInt());
    assertEquals(proof.get(0).get("end_word"), line.get("rhymes_with").get(0).get("end_word"));
  }

  @Test
  void aProofStandsBelowItsPoem() {
    Run run = run("poem", "rain", "--model", folder.resolve("model"), "--form", "free", "--proof");
    List<String> lines = run.out.lines().toList();
    assertEquals("", lines.get(9), run.out);
    assertTrue(lines.get(10).matches("1  [0-9]+ syllables"), run.out);
    assertEquals("Every line keeps the form.", lines.get(18));
  }

  @Test
  void resumeGoesOn() throws IOException {
    train("resumed", "--epochs", "1");
    JsonNode json = train("resumed", "--epochs", "2", "--resume", "--json").json();
    assertEquals(2, json.get("epochs").size());
  }

  @Test
  void indexTellsTheModelWhatItsTextHolds() throws IOException {
    train("indexed", "--epochs", "1");
    Run run =
        run(
            "index",
            "--model",
            folder.resolve("indexed"),
            "--corpus",
            folder.resolve("verse.txt"),
            "--corpus",
            folder.resolve("many-capitals.txt"));
    failed("There is no file " + folder.resolve("many-capitals.txt"), run);
    Path capitals = folder.resolve("capitals.txt");
    Files.writeString(capitals, "we go to England now and far away\n".repeat(5));
    run =
        run(
            "index",
            "--model",
            folder.resolve("indexed"),
            "--corpus",
            folder.resolve("verse.txt"),
            "--corpus",
            capitals);
    assertEquals(0, run.exit, run.err);
    assertTrue(
        run.out.matches(
            "indexed \\(small network, .*\\): [\\d,]+ phrases of 8 words and [\\d,]+ of 5 in 0.0 MB, \\d+ words with a capital\\R"),
        run.out);
    var model = new ModelFolder(folder.resolve("indexed"));
    List<String> words = Words.of("England now and far away we go to");
    assertTrue(model.phrases().orElseThrow().forbidden().holds(words, 0));
    assertTrue(model.capitals().orElseThrow().has("england"));
    failed(
        "There is no model in " + folder.resolve("none"),
        run("index", "--model", folder.resolve("none"), "--corpus", capitals));
  }

  @Test
  void judgeMarksAModelBesideAPoetWithoutConstraints() throws IOException {
    Object[] call = {
      "judge",
      "--model",
      folder.resolve("model"),
      "--form",
      "free",
      "--count",
      4,
      "--corpus",
      folder.resolve("verse.txt")
    };
    Run run = run(call);
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.startsWith("| free "), run.out);
    assertTrue(run.out.contains("| trigrams new to the corpus "), run.out);
    var more = new ArrayList<>(List.of(call));
    more.add("--json");
    JsonNode sheet = run(more.toArray()).json().get("sheets").get(0);
    assertEquals("free", sheet.get("form").asText());
    JsonNode row = sheet.get("rows").get(0);
    assertEquals("seed_words_known", row.get("metric").asText());
    JsonNode figure = row.get("figures").get("unconstrained");
    assertEquals(1, figure.get("value").asDouble());
    assertEquals(2, figure.get("interval_95").size());
  }

  @Test
  void judgeMarksATextTheSameWay() throws IOException {
    Run run = run("judge", "--text", folder.resolve("verse.txt"));
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.contains("needs --corpus"), run.out);
    Path couplets = folder.resolve("couplets.txt");
    Files.writeString(couplets, "the day\nthe bay\na light\na night\n\n\nand\nso\nwe\ngo\n");
    JsonNode rows =
        run("judge", "--text", couplets, "--form", "couplets", "--json")
            .json()
            .get("sheets")
            .get(0)
            .get("rows");
    assertEquals("rhyme_pairs", rows.get(0).get("metric").asText());
    assertEquals(1, rows.get(0).get("figures").get("text").get("value").asDouble());
    assertEquals("0.84", rows.get(0).get("human").asText());
  }

  @Test
  void helpAndVersionAreEverywhere() {
    assertEquals(0, run("--help").exit);
    assertTrue(run("--version").out.startsWith("rhapsode "));
    for (String command :
        List.of("train", "tune", "index", "evaluate", "judge", "poem", "doctor")) {
      assertEquals(0, run(command, "--help").exit);
      assertTrue(run(command, "--help").out.contains("Usage: rhapsode " + command));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "trian|Unmatched argument at index 0: 'trian'",
        "train --epochs x|Invalid value for option '--epochs'",
        "train --network x --corpus x --out x --spark x --shares 1|--shares has to be from 2 to 1024, not 1.",
        "train --network x --corpus x --out x --spark x --round 0|--round has to be from 1 to 100000, not 0.",
        "evaluate|Missing required options",
        "index --model x|Missing required option: '--corpus=FILE'",
        "judge|Error: Missing required argument (specify one of these)",
        "judge --model x --text y|Error: --model=DIR, --text=FILE are mutually exclusive",
        "judge --model x --count 301|--count has to be from 1 to 300, not 301.",
        "judge --text x --form epic|There is no form 'epic'; there are quatrain, couplets",
        "poem|Missing required parameter: 'SEED'",
        "poem x --form epic|There is no form 'epic'; there are quatrain, couplets",
        "poem x --form AABB/99|'AABB/99' is no rhyme scheme: '99' is no number of syllables from 1",
        "poem x --count 0|--count has to be from 1 to 1000, not 0.",
        "poem x --temperature 9|--temperature has to be from 0.1 to 2, not 9.0."
      })
  void wrongUseIsOneSentenceAndExitCode2(String line, String sentence) {
    Run run = run((Object[]) line.split(" "));
    assertEquals(2, run.exit);
    assertTrue(run.err.startsWith(sentence), run.err);
    assertFalse(run.err.contains("\tat "), run.err);
    assertEquals("", run.out);
  }

  @Test
  void trainingOnSparkNeedsItsOwnArtifact() {
    assumeTrue(rhapsode.network.ClusterProvider.find().isEmpty(), "it is here");
    Run run = train("on-spark", "--spark", "spark://127.0.0.1:1");
    assertEquals(1, run.exit);
    assertTrue(
        run.err.contains("build them with 'mvn -B -Pspark -DskipTests package', and run"), run.err);
  }

  @Test
  void failureIsOneSentenceAndExitCode1() throws IOException {
    failed(
        "There is no model in " + folder.resolve("none"),
        run("evaluate", "--model", folder.resolve("none"), "--text", folder.resolve("verse.txt")));
    failed(
        "There is no file " + folder.resolve("none.txt"),
        run("evaluate", "--model", folder.resolve("model"), "--text", folder.resolve("none.txt")));
    failed("There is no settings file nowhere.yml.", run("--config", "nowhere.yml"));
    Path one = Files.writeString(folder.resolve("one.txt"), "One line only");
    failed(
        "The corpus " + one + " has too few poems to hold some out",
        run(
            "train",
            "--network",
            folder.resolve("net.yml"),
            "--corpus",
            one,
            "--out",
            folder.resolve("o")));
    Path broken = Files.writeString(folder.resolve("broken.yml"), "name: x\nlayers: [");
    failed(
        broken + " line 2 is not YAML",
        run("train", "--network", broken, "--corpus", one, "--out", folder.resolve("o")));
  }

  private static void failed(String sentence, Run run) {
    assertEquals(1, run.exit);
    assertTrue(run.err.startsWith(sentence), run.err);
    assertEquals(1, run.err.strip().lines().count(), run.err);
    assertEquals("", run.out);
  }

  @Test
  void aModelThatCannotBeWrittenIsOneSentenceAndTheOneBeforeStays() throws IOException {
    train("disk", "--epochs", "1");
    String before = Files.readString(folder.resolve("disk/manifest.json"));
    Files.createDirectories(folder.resolve("disk/network-new.tmp/in the way"));
    failed("The model cannot be written to", onlyLast(train("disk", "--epochs", "1")));
    assertEquals(before, Files.readString(folder.resolve("disk/manifest.json")));
    assertEquals(0, run("poem", "x", "--model", folder.resolve("disk"), "--form", "free").exit);
  }

  /** Without the progress that went before. */
  private static Run onlyLast(Run run) {
    List<String> lines = run.err.strip().lines().toList();
    return new Run(run.exit, run.out, lines.get(lines.size() - 1));
  }
}
