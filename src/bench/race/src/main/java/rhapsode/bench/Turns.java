package rhapsode.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** A runner's side of the conversation. */
final class Turns {
  private Turns() {}

  /** {@code key=value} words. */
  static Map<String, String> arguments(String[] words) {
    var arguments = new HashMap<String, String>();
    for (String word : words) {
      String[] pair = word.split("=", 2);
      if (pair.length == 2) {
        arguments.put(pair[0], pair[1]);
      }
    }
    return arguments;
  }

  /** The word ids that all runners use: {@code [window + 1][batch]}, step after step. */
  static int[] ids(Setting setting) {
    var random = new Random(1);
    int[] ids = new int[(setting.window() + 1) * setting.batch()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.nextInt(setting.vocabulary());
    }
    return ids;
  }

  /**
   * Answers until it is told to quit.
   *
   * @param work words or steps of one step
   * @param step does step number i, and returns something of its result
   */
  static void take(double work, int warmUp, IntToDoubleFunction step) throws IOException {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    int number = 0;
    for (int i = 0; i < warmUp; i++) {
      step.applyAsDouble(number++);
    }
    System.out.println("ready");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine();
        line != null && line.startsWith("run ");
        line = in.readLine()) {
      int steps = Integer.parseInt(line.substring(4));
      long allocated = threads.getThreadAllocatedBytes(self);
      long start = System.nanoTime();
      double last = 0;
      for (int i = 0; i < steps; i++) {
        last = step.applyAsDouble(number++);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double bytes = (double) (threads.getThreadAllocatedBytes(self) - allocated) / steps;
      System.out.println(
          String.format(Locale.ROOT, "done %f %f %f %f", work * steps, seconds, last, bytes));
    }
    System.out.println("peak " + peakKilobytes());
    System.exit(0);
  }

  private static String peakKilobytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return line.replaceAll("[^0-9]", "");
      }
    }
    return "0";
  }
}
