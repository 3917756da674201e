package rhapsode.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rhapsode.testing.TemporaryFolder;

/**
 * A real Spark cluster on loopback: a master and two workers of one processor each, all of them
 * processes of their own that know Spark, but nothing of the bot. Executors are the workers'
 * children.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER =
      Pattern.compile(".*Starting Spark master at (spark://\\S+).*");
  private static final Pattern WORKER =
      Pattern.compile(".*(Successfully registered) with master.*");

  /** What Spark needs and finds among the libraries of the bot, where these have it already. */
  private static final Pattern SHARED =
      Pattern.compile("(slf4j-api|logback-|jackson-(core|databind|annotations)|commons-).*\\.jar");

  private final TemporaryFolder home = TemporaryFolder.create("rhapsode-spark-");
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final String address;

  /**
   * Starts it.
   *
   * @param built the folder with the built artifacts
   * @param properties of Spark, for all of its processes
   */
  StandaloneCluster(Path built, Map<String, String> properties) {
    try {
      layOut(built, properties);
      String[] ports = {"--host", "127.0.0.1", "--port", "0", "--webui-port", "0"};
      address = await(start("master.Master", List.of(ports)), MASTER);
      for (int i = 0; i < 2; i++) {
        var options = new ArrayList<>(List.of(ports));
        String folder = folder("work-" + i).toString();
        options.addAll(List.of("--cores", "1", "--memory", "1g", "--work-dir", folder, address));
        Process worker = start("worker.Worker", options);
        workers.add(worker);
        await(worker, WORKER);
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  private void layOut(Path built, Map<String, String> properties) throws IOException {
    Path jars = folder("jars");
    link(built.resolve("spark-lib"), Pattern.compile(".*"), jars);
    link(built.resolve("lib"), SHARED, jars);
    Files.write(
        folder("conf").resolve("spark-defaults.conf"),
        properties.entrySet().stream().map(p -> p.getKey() + " " + p.getValue()).toList());
    Files.writeString(
        home.path().resolve("conf/logback.xml"),
        """
        <configuration>
          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d %-5level %logger{0}: %msg%n</pattern></encoder>
          </appender>
          <root level="info"><appender-ref ref="out"/></root>
        </configuration>
        """);
  }

  private static void link(Path from, Pattern names, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (names.matcher(name).matches()) {
          Files.createSymbolicLink(to.resolve(name), file.toAbsolutePath());
        }
      }
    }
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(home.path().resolve(name));
  }

  private Process start(String role, List<String> options) throws IOException {
    String places = home.path().resolve("conf") + File.pathSeparator + home.path() + "/jars/*";
    var command = new ArrayList<>(List.of(java(), "-Xmx512m", "-cp", places));
    command.add("org.apache.spark.deploy." + role);
    command.addAll(options);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", home.path().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits for a line, and leaves the rest to a thread that reads it away. */
  private static String await(Process process, Pattern line) throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var read = new ArrayList<String>();
    for (String next = output.readLine(); next != null; next = output.readLine()) {
      read.add(next);
      Matcher found = line.matcher(next);
      if (found.matches()) {
        var rest = new Thread(() -> output.lines().forEach(more -> {}), "spark-output");
        rest.setDaemon(true);
        rest.start();
        return found.group(1);
      }
    }
    throw new IOException("Spark did not start: " + String.join("\n", read));
  }

  /** The master's address. */
  String address() {
    return address;
  }

  /** Kills an executor, as kill -9 would; whether there was one. */
  boolean killExecutor() {
    return workers.get(0).children().findFirst().map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /** Kills a worker and its executors, as a machine that burns down would. */
  void killWorker() {
    Process worker = workers.get(0);
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    for (Process process : processes) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
    try {
      for (Process process : processes) {
        process.waitFor(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    home.close();
  }
}
