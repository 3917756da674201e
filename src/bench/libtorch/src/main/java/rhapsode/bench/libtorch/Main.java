package rhapsode.bench.libtorch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The command line: {@code train}, {@code generate} or {@code learn}, then key=value arguments.
 *
 * <p>What was tried for speed, on two Zen 4 cores without hyper-threading that other work shared,
 * so that figures are rough; words a second of training with a vocabulary of 8000, two layers of
 * 256, batch 32, window 32, unless said otherwise:
 *
 * <ul>
 *   <li>Which build: the bundled one (OpenBLAS) 5800 with one thread, the official one (MKL; build
 *       with {@code -Pofficial}, run with {@code library=target/official}) 4400. With two threads
 *       the bundled one falls to 4200, as OpenBLAS's threads and OpenMP's spin against each other;
 *       the official one reaches 7500. So: the bundled one for one thread, the other for more.
 *   <li>OPENBLAS_THREAD_TIMEOUT=4, in the environment: the bundled build with two threads gets from
 *       4200 to about 7000. For generating with two threads it also needs GOMP_SPINCOUNT=0, without
 *       which a step at batch 16 takes 35 ms instead of 2.2; in training that one seemed to cost.
 *   <li>THP_MEM_ALLOC_ENABLE=1, in the environment: the scores of one batch are 32 MB, and large
 *       pages spare their page faults. Between nothing and a fifth more; set to be fair.
 *   <li>oneDNN's fused LSTM: no clear difference in training. Generating is up to twice as fast
 *       without (batch 1: 0.8 ms instead of 1.7, batch 64: 3.7 instead of 5.5), so it is off there.
 *   <li>{@link FusedAdam} against {@link PlainAdam}: no difference beyond noise, same losses.
 *   <li>OpenBLAS kernels by OPENBLAS_CORETYPE, MKL_ENABLE_INSTRUCTIONS=AVX512, malloc's thresholds:
 *       no difference beyond noise.
 * </ul>
 */
public final class Main {
  private static final List<String> ENVIRONMENT =
      List.of("THP_MEM_ALLOC_ENABLE", "OPENBLAS_THREAD_TIMEOUT");

  private Main() {}

  /** Exits with 0, with 2 after a mistake in what was asked, with 1 after any other failure. */
  public static void main(String[] words) {
    // The real stdout, so that nothing else can write into the conversation.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    int status = 0;
    try {
      run(words, new Protocol(out));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      status = 2;
    } catch (IOException | RuntimeException | LinkageError e) {
      e.printStackTrace();
      status = 1;
    }
    out.flush();
    System.exit(status);
  }

  private static void run(String[] words, Protocol protocol) throws IOException {
    String mode = words.length == 0 ? "" : words[0];
    Set<String> known =
        switch (mode) {
          case "train" -> TrainMode.ARGUMENTS;
          case "generate" -> GenerateMode.ARGUMENTS;
          case "learn" -> LearnMode.ARGUMENTS;
          default ->
              throw new IllegalArgumentException(
                  "Name a mode: train, generate or learn, then its arguments as key=value.");
        };
    var arguments = new Arguments(mode, words, known);
    Libtorch.prepareLoading(
        arguments.has("library") ? Path.of(arguments.text("library")).toAbsolutePath() : null);
    for (String variable : ENVIRONMENT) {
      if (System.getenv(variable) == null) {
        System.err.println("Slower than need be: " + variable + " is not set, see Main.");
      }
    }
    switch (mode) {
      case "train" -> TrainMode.run(arguments, protocol);
      case "generate" -> GenerateMode.run(arguments, protocol);
      default -> LearnMode.run(arguments, protocol);
    }
  }
}
