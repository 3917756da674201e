package rhapsode.bench.libtorch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command line: {@code train}, {@code generate} or {@code learn}, then key=value arguments. */
public final class Main {
  private Main() {}

  /** Exits with 0, with 2 after a mistake in what was asked, with 1 after any other failure. */
  public static void main(String[] words) {
    // The real stdout, so that nothing else can write into the conversation.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Libtorch.prepareLoading();
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
    switch (mode) {
      case "train" -> TrainMode.run(new Arguments(mode, words, TrainMode.ARGUMENTS), protocol);
      case "generate" ->
          GenerateMode.run(new Arguments(mode, words, GenerateMode.ARGUMENTS), protocol);
      case "learn" -> LearnMode.run(new Arguments(mode, words, LearnMode.ARGUMENTS), protocol);
      default ->
          throw new IllegalArgumentException(
              "Name a mode: train, generate or learn, then its arguments as key=value.");
    }
  }
}
