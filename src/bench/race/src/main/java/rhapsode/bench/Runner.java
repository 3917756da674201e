package rhapsode.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that does so many steps when it is told to, and says how long they took. */
final class Runner implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedReader answers;

  /**
   * What a turn came to.
   *
   * @param work words or steps
   * @param last what the runner adds: a loss, or a sum that keeps its results alive
   * @param allocated bytes on the heap a step, or -1 if the runner does not say
   */
  record Turn(double work, double seconds, double last, double allocated) {}

  private Runner(String name, List<String> command, Map<String, String> environment) {
    this.name = name;
    try {
      Path log = Path.of(System.getProperty("race.logs"), name.replaceAll("[^a-z0-9]+", "-") + ".log");
      var builder = new ProcessBuilder(command).redirectError(log.toFile());
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** One of ours, on this class path. */
  static Runner of(String name, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(List.of("-Xmx6g", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new Runner(name, command, Map.of());
  }

  /** The libtorch peer, whose class path is its own: it needs another JavaCPP. */
  static Runner libtorch(String name, boolean official, String mode, String... arguments) {
    Path target = Path.of(System.getProperty("race.libtorch"));
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(
        List.of("-jar", target.resolve("rhapsode-bench-libtorch-0.1.0-SNAPSHOT.jar").toString()));
    command.add(mode);
    for (String argument : arguments) {
      if (!argument.equals("network=language")) {
        command.add(argument);
      }
    }
    if (official) {
      command.add("library=" + target.resolve("official"));
    }
    // What its Main found to make it fastest.
    boolean spin = mode.equals("train") || mode.equals("learn");
    return new Runner(
        name,
        command,
        spin
            ? Map.of("THP_MEM_ALLOC_ENABLE", "1", "OPENBLAS_THREAD_TIMEOUT", "4")
            : Map.of(
                "THP_MEM_ALLOC_ENABLE", "1", "OPENBLAS_THREAD_TIMEOUT", "4", "GOMP_SPINCOUNT", "0"));
  }

  /** Whether the official build of libtorch was unpacked (profile {@code official}). */
  static boolean hasOfficial() {
    return Files.isDirectory(Path.of(System.getProperty("race.libtorch"), "official"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  String name() {
    return name;
  }

  void awaitReady() {
    while (!line().equals("ready")) {
      // warm-up
    }
  }

  /** The next line; "end" if there is none any more. */
  String line() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "%s ended with status %d; its log is in %s"
                .formatted(name, process.waitFor(), System.getProperty("race.logs")));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Turn run(int steps) {
    say("run " + steps);
    String[] answer = line().split(" ");
    return new Turn(
        Double.parseDouble(answer[1]),
        Double.parseDouble(answer[2]),
        Double.parseDouble(answer[3]),
        answer.length > 4 ? Double.parseDouble(answer[4]) : -1);
  }

  /** Ends it. Returns the largest memory it had, in MB. */
  double quit() {
    say("quit");
    return Double.parseDouble(line().split(" ")[1]) / 1024;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
