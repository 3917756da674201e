package rhapsode.bench.libtorch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The conversation with the process that measures: {@code ready}, then one {@code done} for each
 * {@code run STEPS}, and the peak of resident memory after {@code quit} or the end of the input.
 */
final class Protocol {
  private static final Path STATUS = Path.of("/proc/self/status");

  private final PrintStream out;

  Protocol(PrintStream out) {
    this.out = out;
  }

  /** What is measured. */
  interface Workload {
    /** Does so many steps and returns the last step's figure: a loss, or a number to keep. */
    double run(int steps);

    /** The units of work in one step, as {@code done} counts them. */
    int unitsPerStep();
  }

  void serve(Workload workload) throws IOException {
    say("ready");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("quit")) {
        break;
      }
      int steps = steps(line);
      long start = System.nanoTime();
      double figure = workload.run(steps);
      double seconds = (System.nanoTime() - start) * 1e-9;
      say(
          String.format(
              Locale.ROOT,
              "done %d %.6f %.9g",
              (long) steps * workload.unitsPerStep(),
              seconds,
              figure));
    }
    say("peak " + peakKilobytes());
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  private static int steps(String line) {
    String[] words = line.strip().split("\\s+");
    try {
      if (words.length == 2 && words[0].equals("run") && Integer.parseInt(words[1]) > 0) {
        return Integer.parseInt(words[1]);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Not a number of steps: \"" + words[1] + "\".", e);
    }
    throw new IllegalArgumentException(
        "Send \"run STEPS\" or \"quit\" instead of \"" + line + "\".");
  }

  /** The process's peak of resident memory; 0 where the system does not tell. */
  static long peakKilobytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }
}
