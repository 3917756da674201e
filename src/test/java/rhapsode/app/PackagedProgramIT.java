package rhapsode.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.app.PackagedProgram.Ended;

/**
 * The program as people start it: by its script or as a jar, with the model that comes with it, on
 * a pipe.
 */
@Timeout(300)
class PackagedProgramIT {
  @TempDir private Path home;

  private PackagedProgram program;

  @BeforeEach
  void install() {
    program = new PackagedProgram(home);
  }

  @Test
  void aPoemOnAPipe() throws Exception {
    Ended ended = program.run(program.jar(), "/poem moonlight\n");
    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().toLowerCase(java.util.Locale.ROOT).contains("moonlight"), ended.out());
    assertTrue(ended.out().contains("-- quatrain by "), ended.out());
    assertEquals("", ended.err());
  }

  @Test
  void theScriptMakesAnArchiveOfClassesAndNeedsNone() throws Exception {
    Path archive = home.resolve("classes.jsa");
    Ended made = program.run(archivedIn(archive), "");
    assertEquals(0, made.exit(), made.err());
    assertTrue(Files.size(archive) > 1_000_000);
    try (var files = Files.list(home)) {
      List<String> names = files.map(file -> "" + file.getFileName()).sorted().toList();
      assertEquals(List.of("classes.jsa", "stderr.txt"), names);
    }
    Ended without = program.run(archivedIn(home.resolve("missing/classes.jsa")), "");
    assertTrue(without.out().startsWith("rhapsode "), without.out());
    assertEquals("", without.err());
    ProcessBuilder bot = program.script("doctor", "--offline");
    bot.environment().put("RHAPSODE_CLASSES", archive.toString());
    Ended doctor = program.run(bot, "");
    assertEquals("", doctor.err(), "the variable is the script's own, and no setting");
  }

  private ProcessBuilder archivedIn(Path archive) {
    ProcessBuilder script = program.script("--version");
    script.environment().put("RHAPSODE_CLASSES", archive.toString());
    return script;
  }

  @Test
  void theScriptSaysThatThereIsNoJava() throws Exception {
    ProcessBuilder without = program.script("--version");
    without.environment().put("JAVA_HOME", "/nowhere");
    Ended ended = program.run(without, "");
    assertEquals(1, ended.exit());
    assertEquals("Rhapsode needs Java 17 or newer: there is no /nowhere/bin/java.\n", ended.err());
  }

  @Test
  void aServiceThatNobodyCanTalkToDoesNotLookAsIfItHadEndedWell() throws Exception {
    Ended ended = program.run("");
    assertEquals(1, ended.exit());
    assertEquals(
        "Nobody can talk to the bot: there is no token of a platform, and nothing on its input.\n",
        ended.err());
  }

  @Test
  void aSchemeOfOnesOwnWithItsProof() throws Exception {
    Ended ended = program.run("/poem moonlight form:--/6 proof:yes\n");
    assertTrue(ended.out().contains("\n\n1  6/6 syllables\n2  6/6 syllables\n"), ended.out());
    assertTrue(ended.out().contains("Every line keeps the form.\n  -- --/6 by "), ended.out());
    Ended line = program.run("", "poem", "moonlight", "--form", "--/6", "--proof");
    assertTrue(line.out().endsWith("2  6/6 syllables\nEvery line keeps the form.\n"), line.out());
  }

  @Test
  void anAcknowledgedPoemSurvivesKill9AndASecondProcessIsToldSo() throws Exception {
    Process bot = program.script().start();
    Writer in = bot.outputWriter(UTF_8);
    in.write(PackagedProgram.SUBMIT);
    in.flush();
    try (BufferedReader out = bot.inputReader(UTF_8)) {
      assertTrue(out.readLine().contains("poem 1 is safely stored"));
      Ended second = program.run("/poems mine\n");
      assertEquals(1, second.exit());
      assertTrue(second.err().startsWith("The database in "), second.err());
      assertTrue(second.err().contains("is in use by another process"), second.err());
      bot.destroyForcibly().waitFor();
    }
    assertTrue(program.run("/poems mine\n").out().contains("1. The ferry"));
  }

  @Test
  void theDoctorLeavesARunningBotAlone() throws Exception {
    Process bot = program.script().start();
    try (Writer in = bot.outputWriter(UTF_8);
        BufferedReader out = bot.inputReader(UTF_8)) {
      in.write(PackagedProgram.SUBMIT);
      in.flush();
      assertTrue(out.readLine().contains("poem 1 is safely stored"));
      Ended doctor = program.run("", "doctor", "--offline");
      assertEquals(0, doctor.exit(), doctor.out() + doctor.err());
      assertTrue(
          doctor.out().contains("database          A running bot has it open"), doctor.out());
      assertTrue(doctor.out().contains("10,000 words, loaded in"), doctor.out());
      in.write("/poems mine\n");
      in.flush();
      assertTrue(out.lines().anyMatch(line -> line.startsWith("1. The ferry")));
    } finally {
      bot.destroyForcibly().waitFor();
    }
    Ended after = program.run("", "doctor", "--offline");
    assertTrue(after.out().contains("database          It opens, and its tables"), after.out());
  }

  /** No platform, and a pipe that stays open: nothing but the signal ends the bot. */
  @ParameterizedTest
  @ValueSource(strings = {"data", "own"})
  void aSignalLetsThePoemUnderWayEndAndClosesTheDatabase(String data) throws Exception {
    Path settings = Files.writeString(home.resolve("own.yml"), "data: {folder: own}");
    String[] named =
        data.equals("own") ? new String[] {"--config", settings.toString()} : new String[0];
    Process bot = program.script(named).start();
    try (Writer in = bot.outputWriter(UTF_8);
        BufferedReader out = bot.inputReader(UTF_8)) {
      in.write(PackagedProgram.SUBMIT);
      in.flush();
      assertTrue(out.readLine().contains("poem 1 is safely stored"));
      // With the first poem all is loaded and compiled that else would pass for the second.
      in.write("/poem lantern\n");
      in.flush();
      while (!String.valueOf(out.readLine()).contains("-- quatrain by ")) {
        assertTrue(bot.isAlive());
      }
      Duration idle = processorTime(bot);
      in.write("/poem moonlight\n");
      in.flush();
      while (bot.isAlive() && processorTime(bot).minus(idle).toMillis() < 100) {
        Thread.onSpinWait(); // Until the poem is under way.
      }
      bot.toHandle().destroy(); // Process.destroy would close the pipe we read below.
      assertTrue(bot.waitFor(20, TimeUnit.SECONDS), "10 s for the poem, and a little to close");
      assertTrue(String.join("\n", out.lines().toList()).contains("-- quatrain by "));
      assertTrue(List.of(0, 143).contains(bot.exitValue()), "exit code " + bot.exitValue());
    } finally {
      bot.destroyForcibly().waitFor();
    }
    assertEquals("", Files.readString(home.resolve("stderr.txt")));
    // H2 writes this into the head of a file that it has closed in good order.
    Path database = home.resolve(data).resolve("rhapsode.mv.db");
    assertTrue(Files.readString(database, ISO_8859_1).substring(0, 4096).contains("clean:1"));
    assertTrue(program.run("/poems mine\n", named).out().contains("1. The ferry"));
  }

  private static Duration processorTime(Process process) {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ofDays(1));
  }

  @Test
  void interruptingATrainingSavesItAndResumeGoesOn() throws Exception {
    Files.writeString(
        home.resolve("net.yml"), rhapsode.testing.SmallNetworks.stream(0.01, 200).source());
    Files.writeString(
        home.resolve("verse.txt"), String.join("\n\n\n", rhapsode.testing.Verse.poems(200)));
    String[] train = {
      "train", "--network", "net.yml", "--corpus", "verse.txt", "--out", "model", "--json"
    };
    Process process = program.script(train).start();
    // The first model on disk says that the training is well under way.
    Path manifest = home.resolve("model/manifest.json");
    while (process.isAlive() && !Files.exists(manifest)) {
      Thread.onSpinWait();
    }
    process.toHandle().destroy(); // Process.destroy would close the pipe we read below.
    String json = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertTrue(Files.exists(home.resolve("model/checkpoint.zip")), json);
    Ended rest =
        program.run(
            "",
            "train",
            "--network",
            "net.yml",
            "--corpus",
            "verse.txt",
            "--out",
            "model",
            "--resume",
            "--epochs",
            "3",
            "--json");
    assertEquals(0, rest.exit(), rest.err());
    assertTrue(rest.out().startsWith("{\"model\":\"model\""), rest.out());
  }

  @Test
  void wrongSettingsStopTheStartWithOneSentence() throws Exception {
    Path settings = Files.writeString(home.resolve("wrong.yml"), "learning: {epochs: many}");
    Ended ended = program.run("/poem moonlight\n", "--config", settings.toString());
    assertEquals(1, ended.exit());
    assertEquals(
        settings
            + ": the key 'learning.epochs' is 'many', but has to be a whole number from 1 to 100.",
        ended.err().strip());
    assertEquals("", ended.out());
  }
}
