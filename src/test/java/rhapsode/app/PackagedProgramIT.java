package rhapsode.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program as people start it: by its script or as a jar, with the model that comes with it, on
 * a pipe.
 */
@Timeout(300)
class PackagedProgramIT {
  private static final String SUBMIT =
      "/poems submit The ferry hums across the bay, / A lamp is lit at end of day."
          + " train:yes display:yes attribution:no\n";

  private static final Path JAR = Path.of(System.getProperty("rhapsode.jar"));
  private static final Path SCRIPT = JAR.resolveSibling("rhapsode");

  @TempDir Path home;

  private record Ended(int exit, String out, String err) {}

  private ProcessBuilder program(String... arguments) {
    var builder = started(List.of(SCRIPT.toString()), arguments);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private ProcessBuilder jar(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return started(List.of(java, "-jar", JAR.toString()), arguments);
  }

  private ProcessBuilder started(List<String> program, String... arguments) {
    var command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectError(home.resolve("stderr.txt").toFile());
  }

  private Ended run(String input, String... arguments) throws IOException, InterruptedException {
    return run(program(arguments), input);
  }

  private Ended run(ProcessBuilder program, String input) throws IOException, InterruptedException {
    Process process = program.start();
    try (Writer in = process.outputWriter(UTF_8)) {
      in.write(input);
    }
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), out, Files.readString(home.resolve("stderr.txt")));
  }

  @Test
  void aPoemOnAPipe() throws Exception {
    Ended ended = run(jar(), "/poem moonlight\n");
    assertEquals(0, ended.exit, ended.err);
    assertTrue(ended.out.toLowerCase(java.util.Locale.ROOT).contains("moonlight"), ended.out);
    assertTrue(ended.out.contains("-- quatrain by "), ended.out);
    assertEquals("", ended.err);
  }

  @Test
  void theScriptMakesAnArchiveOfClassesAndNeedsNone() throws Exception {
    assertEquals(0, run("", "--version").exit);
    try (var beside = Files.list(SCRIPT.resolveSibling("."))) {
      List<String> names = beside.map(file -> file.getFileName().toString()).toList();
      assertTrue(names.stream().anyMatch(name -> name.matches("classes-\\d+\\.jsa")), "" + names);
      assertFalse(
          names.stream().anyMatch(name -> name.matches("classes-.*\\.jsa\\..+")), "" + names);
    }
    ProcessBuilder without = program("--version");
    without.environment().put("RHAPSODE_CLASSES", home.resolve("missing/classes").toString());
    Ended ended = run(without, "");
    assertTrue(ended.out.startsWith("rhapsode "), ended.out);
    assertEquals("", ended.err);
  }

  @Test
  void theScriptSaysThatThereIsNoJava() throws Exception {
    ProcessBuilder without = program("--version");
    without.environment().put("JAVA_HOME", "/nowhere");
    Ended ended = run(without, "");
    assertEquals(1, ended.exit);
    assertEquals("Rhapsode needs Java 17 or newer: there is no /nowhere/bin/java.\n", ended.err);
  }

  @Test
  void aSchemeOfOnesOwnWithItsProof() throws Exception {
    Ended ended = run("/poem moonlight form:--/6 proof:yes\n");
    assertTrue(ended.out.contains("\n\n1  6/6 syllables\n2  6/6 syllables\n"), ended.out);
    assertTrue(ended.out.contains("Every line keeps the form.\n  -- --/6 by "), ended.out);
    Ended line = run("", "poem", "moonlight", "--form", "--/6", "--proof");
    assertTrue(line.out.endsWith("2  6/6 syllables\nEvery line keeps the form.\n"), line.out);
  }

  @Test
  void theWholeStory() throws Exception {
    Path settings =
        Files.writeString(home.resolve("quick.yml"), "learning: {epochs: 1, tolerance: 0.5}");
    Ended first =
        run(
            "/poem moonlight form:haiku\n"
                + SUBMIT
                + "/poems mine\n/retrain\n/model status\n"
                + "/poem moonlight\n",
            "--config",
            settings.toString());
    assertEquals(0, first.exit, first.err);
    assertTrue(first.out.contains("poem 1 is safely stored"), first.out);
    assertTrue(first.out.contains("1. The ferry hums across the bay, (approved"), first.out);
    assertTrue(first.out.contains("Learning: 100%"), first.out);
    assertTrue(first.out.contains("Learned from 1 poem: the new model "), first.out);
    assertTrue(first.out.matches("(?s).*In service: \\S+-1 \\(.*"), first.out);
    assertTrue(first.out.matches("(?s).*-- quatrain by \\S+-1, .*"), first.out);

    assertEquals("rwx------", permissions("data"));
    assertEquals("rwx------", permissions("data/log"));
    assertTrue(permissions("data/rhapsode.mv.db").endsWith("---"), "others read no poems");

    Ended later = run("/model status\n/poems mine\n", "--config", settings.toString());
    assertTrue(later.out.matches("(?s)In service: \\S+-1 \\(.*"), later.out);
    assertTrue(later.out.contains("1. The ferry"), later.out);

    aDamagedModelGivesWayToTheBaseModel(settings);
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
  }

  private void aDamagedModelGivesWayToTheBaseModel(Path settings) throws Exception {
    try (var models = Files.list(home.resolve("data/models"))) {
      Path model = models.filter(Files::isDirectory).findFirst().orElseThrow();
      Files.writeString(model.resolve("manifest.json"), "{");
    }
    Ended ended = run("/model status\n/poem moonlight\n", "--config", settings.toString());
    assertEquals(0, ended.exit);
    assertTrue(ended.out.contains("-- quatrain by "), ended.out);
    assertFalse(ended.out.matches("(?s)In service: \\S+-1 \\(.*"), ended.out);
  }

  @Test
  void anAcknowledgedPoemSurvivesKill9AndASecondProcessIsToldSo() throws Exception {
    Process bot = program().start();
    Writer in = bot.outputWriter(UTF_8);
    in.write(SUBMIT);
    in.flush();
    try (BufferedReader out = bot.inputReader(UTF_8)) {
      assertTrue(out.readLine().contains("poem 1 is safely stored"));
      Ended second = run("/poems mine\n");
      assertEquals(1, second.exit);
      assertTrue(second.err.startsWith("The database in "), second.err);
      assertTrue(second.err.contains("is in use by another process"), second.err);
      bot.destroyForcibly().waitFor();
    }
    assertTrue(run("/poems mine\n").out.contains("1. The ferry"));
  }

  @Test
  void theDoctorLeavesARunningBotAlone() throws Exception {
    Process bot = program().start();
    try (Writer in = bot.outputWriter(UTF_8);
        BufferedReader out = bot.inputReader(UTF_8)) {
      in.write(SUBMIT);
      in.flush();
      assertTrue(out.readLine().contains("poem 1 is safely stored"));
      Ended doctor = run("", "doctor", "--offline");
      assertEquals(0, doctor.exit, doctor.out + doctor.err);
      assertTrue(doctor.out.contains("database          A running bot has it open"), doctor.out);
      assertTrue(doctor.out.contains("10,000 words, loaded in"), doctor.out);
      in.write("/poems mine\n");
      in.flush();
      assertTrue(out.lines().anyMatch(line -> line.startsWith("1. The ferry")));
    } finally {
      bot.destroyForcibly().waitFor();
    }
    Ended after = run("", "doctor", "--offline");
    assertTrue(after.out.contains("database          It opens, and its tables"), after.out);
  }

  /** No platform, and a pipe that stays open: nothing but the signal ends the bot. */
  @ParameterizedTest
  @ValueSource(strings = {"data", "own"})
  void aSignalLetsThePoemUnderWayEndAndClosesTheDatabase(String data) throws Exception {
    Path settings = Files.writeString(home.resolve("own.yml"), "data: {folder: own}");
    String[] named =
        data.equals("own") ? new String[] {"--config", settings.toString()} : new String[0];
    Process bot = program(named).start();
    try (Writer in = bot.outputWriter(UTF_8);
        BufferedReader out = bot.inputReader(UTF_8)) {
      in.write(SUBMIT);
      in.flush();
      assertTrue(out.readLine().contains("poem 1 is safely stored"));
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
    assertTrue(run("/poems mine\n", named).out.contains("1. The ferry"));
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
    Process process = program(train).start();
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
        run(
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
    assertEquals(0, rest.exit, rest.err);
    assertTrue(rest.out.startsWith("{\"model\":\"model\""), rest.out);
  }

  @Test
  void wrongSettingsStopTheStartWithOneSentence() throws Exception {
    Path settings = Files.writeString(home.resolve("wrong.yml"), "learning: {epochs: many}");
    Ended ended = run("/poem moonlight\n", "--config", settings.toString());
    assertEquals(1, ended.exit);
    assertEquals(
        settings
            + ": the key 'learning.epochs' is 'many', but has to be a whole number from 1 to 100.",
        ended.err.strip());
    assertEquals("", ended.out);
  }
}
