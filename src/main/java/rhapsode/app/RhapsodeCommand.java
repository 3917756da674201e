package rhapsode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import rhapsode.store.Database;
import rhapsode.yaml.YamlException;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "rhapsode",
    mixinStandardHelpOptions = true,
    versionProvider = RhapsodeCommand.Version.class,
    description =
        "A bot that writes poems with its own LSTM; without a subcommand, the bot itself.",
    subcommands = {
      TrainCommand.class,
      TuneCommand.class,
      IndexCommand.class,
      EvaluateCommand.class,
      JudgeCommand.class,
      PoemSubcommand.class,
      DoctorCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RekeyCommand.class,
      MigrateDataCommand.class
    })
final class RhapsodeCommand implements Callable<Integer> {
  /** Where the settings are if nobody names another file. */
  static final Path SETTINGS = Path.of("config", "rhapsode.yml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; default: config/rhapsode.yml.")
  private @Nullable Path config;

  @Override
  public Integer call() throws IOException {
    Bot.run(settings());
    return CommandLine.ExitCode.OK;
  }

  /**
   * The settings that a subcommand was given.
   *
   * @throws YamlException if they cannot be used
   */
  static Settings settings(CommandSpec subcommand) {
    return ((RhapsodeCommand) subcommand.root().userObject()).settings();
  }

  /**
   * Opens the database of the settings that a subcommand was given.
   *
   * @throws YamlException if the settings cannot be used, or name no database that there can be
   * @throws rhapsode.store.StoreException if it does not open
   */
  static Database database(CommandSpec subcommand) {
    return Database.open(settings(subcommand).database(System.getenv()));
  }

  private Settings settings() {
    if (config != null && !Files.isRegularFile(config)) {
      throw new YamlException("There is no settings file " + config + ".");
    }
    return Settings.read(config == null ? Home.find(SETTINGS) : config, System.getenv());
  }

  /** The settings that were named on the command line. */
  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  static CommandLine commandLine() {
    return new CommandLine(new RhapsodeCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Faults::wrongUse)
        .setExecutionExceptionHandler(Faults::failed);
  }

  /** The version that the build wrote into the manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    static String text() {
      String version = RhapsodeCommand.class.getPackage().getImplementationVersion();
      return "rhapsode " + (version == null ? "(unpackaged)" : version);
    }

    @Override
    public String[] getVersion() {
      return new String[] {text()};
    }
  }
}
