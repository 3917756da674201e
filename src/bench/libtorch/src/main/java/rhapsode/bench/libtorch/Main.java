package rhapsode.bench.libtorch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The command line: {@code train}, {@code generate} or {@code learn}, then key=value arguments. */
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
