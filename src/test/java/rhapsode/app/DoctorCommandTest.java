package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rhapsode.learning.ModelVersion;
import rhapsode.store.Database;
import rhapsode.store.JdbcModelHistory;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/** {@code rhapsode doctor} as people and programs call it. */
class DoctorCommandTest {
  @TempDir static Path folder;

  private record Run(int exit, String out, String err) {
    JsonNode finding(String name) throws IOException {
      for (JsonNode finding : new ObjectMapper().readTree(out).get("findings")) {
        if (finding.get("name").asText().equals(name)) {
          return finding;
        }
      }
      throw new AssertionError("no finding '" + name + "' in " + out);
    }
  }

  private static Run run(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line = RhapsodeCommand.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = line.execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  @BeforeAll
  static void train() throws IOException {
    Path network =
        Files.writeString(folder.resolve("net.yml"), SmallNetworks.stream(0.01, 1).source());
    Path verse =
        Files.writeString(folder.resolve("verse.txt"), String.join("\n\n\n", Verse.poems(80)));
    Run run =
        run("train", "--network", network, "--corpus", verse, "--out", folder.resolve("model"));
    assertEquals(0, run.exit, run.err);
  }

  private static Path settings(String name, String more) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yml"),
        "models: {base: '%s'}%ndata: {folder: '%s'}%n%s"
            .formatted(folder.resolve("model"), folder.resolve(name), more));
  }

  @Test
  void aBotThatCanStartIsHealthyAndNothingIsMade() throws IOException {
    Path settings = settings("fresh", "");
    Run run = run("doctor", "--offline", "--config", settings);
    assertEquals(0, run.exit, run.out + run.err);
    List<String> lines = run.out.lines().toList();
    assertTrue(lines.get(0).matches("ok {7}program {11}rhapsode .*"), run.out);
    assertTrue(run.out.contains("database          It will be made at the first start."), run.out);
    assertTrue(run.out.matches("(?s).*base model        model, \\d+ words, loaded in .*"), run.out);
    assertEquals("", run.err);
    assertFalse(Files.exists(folder.resolve("fresh")));
    assertEquals(run.out.lines().count(), run("--config", settings, "doctor").out.lines().count());
  }

  @Test
  void wrongSettingsAreAFaultAndTheRestIsLookedAtNevertheless() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.yml"), "dta: {folder: x}");
    Run run = run("doctor", "--offline", "--json", "--config", wrong);
    assertEquals(1, run.exit);
    assertEquals("fault", run.finding("settings").get("state").asText());
    assertTrue(run.finding("settings").get("remedy").asText().contains("'dta' is not known"));
    assertTrue(run.finding("memory").get("remedy").isNull());
    assertEquals(1, new ObjectMapper().readTree(run.out).get("faults").asInt(), run.out);
    Run missing = run("doctor", "--offline", "--json", "--config", folder.resolve("none.yml"));
    assertEquals("fault", missing.finding("settings").get("state").asText());
  }

  /** It would be removed there, as a model that is needed no longer. */
  @Test
  void aBaseModelAmongTheTrainedOnesKeepsTheBotFromStarting() throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("shared.yml"),
            "models: {base: '%s', shared: '%s'}%ndata: {folder: '%s'}%n"
                .formatted(folder.resolve("model"), folder, folder.resolve("shared")));
    Run run = run("doctor", "--offline", "--json", "--config", settings);
    assertEquals(1, run.exit, run.out);
    assertEquals("fault", run.finding("base model").get("state").asText());
    assertTrue(run.finding("base model").get("remedy").asText().contains("models.shared"), run.out);
    Run start = run("--config", settings);
    assertEquals(1, start.exit, start.out);
    assertTrue(start.err.contains("lies in"), start.err);
    assertTrue(Files.exists(folder.resolve("model").resolve("manifest.json")));
  }

  @Test
  void aModelInServiceThatIsGoneIsAWarning() throws IOException {
    Path settings = settings("gone", "");
    try (Database database = Database.open(folder.resolve("gone"))) {
      new JdbcModelHistory(database)
          .add(
              new ModelVersion(
                  "model-1",
                  "model",
                  Instant.parse("2999-01-01T00:00:00Z"),
                  1,
                  9,
                  8,
                  ModelVersion.State.IN_SERVICE,
                  null));
    }
    Run run = run("doctor", "--offline", "--json", "--config", settings);
    assertEquals(0, run.exit, run.out);
    assertEquals("ok", run.finding("base model").get("state").asText());
    assertEquals("warning", run.finding("model in service").get("state").asText());
    assertEquals("warning", run.finding("clock").get("state").asText());
    assertTrue(run.finding("clock").get("sentence").asText().contains("newest row"), run.out);
  }

  @Test
  void tokensAreLookedAtAndNeverShown() throws IOException {
    Path discord = Files.writeString(folder.resolve("discord-token"), "MTk4.DISCORD.SECRET");
    Path telegram = Files.writeString(folder.resolve("telegram-token"), "4242:SECRET");
    Path settings =
        settings(
            "tokens",
            """
            discord: {token-file: '%s', owners: [123456789012345678]}
            telegram: {token-file: '%s', webhook: {address: 'http://bot.example.org', secret: SECRET}}
            """
                .formatted(discord, telegram));
    Run run = run("doctor", "--offline", "--json", "--config", settings);
    assertEquals(1, run.exit);
    assertFalse(run.out.contains("SECRET") || run.out.contains("4242"), run.out);
    assertTrue(
        List.of("ok", "warning").contains(run.finding("Discord token").get("state").asText()));
    assertEquals("ok", run.finding("Discord owners").get("state").asText());
    assertEquals("off", run.finding("Discord network").get("state").asText());
    assertEquals("fault", run.finding("Telegram token").get("state").asText());
    assertEquals("warning", run.finding("Telegram owners").get("state").asText());
    assertEquals("fault", run.finding("Telegram webhook").get("state").asText());
  }
}
