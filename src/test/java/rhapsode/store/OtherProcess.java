package rhapsode.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import rhapsode.community.PoemStore;

/**
 * Another Java that writes into a database without end; by itself it gives poems, and now and then
 * takes one back. It prints a line when the store has acknowledged a write, and not before.
 */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader acknowledged;

  OtherProcess(Path folder) throws IOException {
    this(OtherProcess.class, folder.toString());
  }

  /** The same with an encrypted database. */
  OtherProcess(Path folder, String key) throws IOException {
    this(OtherProcess.class, folder.toString(), key);
  }

  /**
   * Another program.
   *
   * @param program prints what was acknowledged: what was done, and a number or a name
   */
  OtherProcess(Class<?> program, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    acknowledged = process.inputReader(UTF_8);
  }

  /** Waits until this many writes were acknowledged. */
  List<String> await(int writes) throws IOException {
    return read(lines -> lines.size() >= writes);
  }

  /** Waits until a write of a kind was acknowledged. */
  List<String> awaitDeed(String deed) throws IOException {
    return read(lines -> !lines.isEmpty() && lines.get(lines.size() - 1).startsWith(deed + " "));
  }

  private List<String> read(Predicate<List<String>> enough) throws IOException {
    List<String> lines = new ArrayList<>();
    while (!enough.test(lines)) {
      String line = acknowledged.readLine();
      if (line == null) {
        throw new IOException("the other process ended by itself");
      }
      addIfAcknowledgement(line, lines);
    }
    return lines;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it (SIGKILL) and returns what it had acknowledged that was not read yet. */
  List<String> kill() throws IOException, InterruptedException {
    // The process's own destroyForcibly would also close its output, with what is still in it.
    process.toHandle().destroyForcibly();
    process.waitFor();
    List<String> lines = new ArrayList<>();
    for (String line = acknowledged.readLine(); line != null; line = acknowledged.readLine()) {
      addIfAcknowledgement(line, lines);
    }
    return lines;
  }

  /** The log may write to the same output. */
  private static void addIfAcknowledgement(String line, List<String> lines) {
    if (line.matches("(added|withdrawn|decided|liked|promoted) \\S+")) {
      lines.add(line);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    DatabaseAddress address =
        arguments.length == 1
            ? DatabaseAddress.folder(folder)
            : DatabaseAddress.folder(folder, arguments[1]);
    PoemStore store = new JdbcPoemStore(Database.open(address));
    for (int i = 1; ; i++) {
      long id = Poems.add(store, "moon " + i + " x".repeat(i % 50)).id();
      System.out.println("added " + id);
      if (i % 5 == 0 && store.withdraw(id - 1, Poems.ADA, Poems.NOW)) {
        System.out.println("withdrawn " + (id - 1));
      }
    }
  }
}
