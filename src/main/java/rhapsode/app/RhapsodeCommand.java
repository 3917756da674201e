package rhapsode.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "rhapsode",
    mixinStandardHelpOptions = true,
    versionProvider = RhapsodeCommand.Version.class,
    description =
        "A bot that writes poems with its own LSTM; without a subcommand, the bot itself.",
    subcommands = {TrainCommand.class, EvaluateCommand.class})
final class RhapsodeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return CommandLine.ExitCode.OK;
  }

  static CommandLine commandLine() {
    return new CommandLine(new RhapsodeCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Faults::wrongUse)
        .setExecutionExceptionHandler(Faults::failed);
  }

  /** The version that the build wrote into the manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RhapsodeCommand.class.getPackage().getImplementationVersion();
      return new String[] {"rhapsode " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
