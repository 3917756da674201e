package rhapsode.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as it is packaged, in a folder of its own.
 *
 * @param home where it runs, and keeps its data
 */
record PackagedProgram(Path home) {
  static final Path JAR = Path.of(System.getProperty("rhapsode.jar"));
  static final Path SCRIPT = JAR.resolveSibling("rhapsode");

  /** A command that gives a poem. */
  static final String SUBMIT =
      "/poems submit The ferry hums across the bay, / A lamp is lit at end of day."
          + " train:yes display:yes attribution:no\n";

  /** What came of a run. */
  record Ended(int exit, String out, String err) {}

  /** Started by its script. */
  ProcessBuilder script(String... arguments) {
    var builder = started(List.of(SCRIPT.toString()), arguments);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** Started as a jar. */
  ProcessBuilder jar(String... arguments) {
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

  /** Runs it to its end, by its script. */
  Ended run(String input, String... arguments) throws IOException, InterruptedException {
    return run(script(arguments), input);
  }

  /** Runs it to its end. */
  Ended run(ProcessBuilder program, String input) throws IOException, InterruptedException {
    Process process = program.start();
    try (Writer in = process.outputWriter(UTF_8)) {
      in.write(input);
    }
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), out, errors());
  }

  /** What it said on standard error. */
  String errors() throws IOException {
    return Files.readString(home.resolve("stderr.txt"));
  }
}
