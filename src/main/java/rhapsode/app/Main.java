package rhapsode.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;

/** Starts Rhapsode: the bot without a subcommand, otherwise what the command line asks for. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // The processes of Spark talk to each other in serialised objects.
    if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith("--spark"))) {
      Deserialisation.forbid();
    }
    Optional<String> fault = LogChoice.fault(System.getenv());
    if (fault.isPresent()) {
      System.err.println(fault.get());
      System.exit(CommandLine.ExitCode.USAGE);
    }
    System.exit(arguments.length == 0 ? bot() : RhapsodeCommand.commandLine().execute(arguments));
  }

  /** Without the command line, whose many commands would make up a tenth of the start. */
  private static int bot() {
    try {
      return new RhapsodeCommand().call();
    } catch (IOException | RuntimeException e) {
      return Faults.failed(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
  }
}
