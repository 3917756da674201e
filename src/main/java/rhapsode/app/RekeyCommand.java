package rhapsode.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.store.Rekeying;

/** {@code rhapsode rekey}: another key for the database, a first one, or none any more. */
@Command(
    name = "rekey",
    mixinStandardHelpOptions = true,
    description =
        "Encrypts the database of the data folder with another key, which the environment variable"
            + " RHAPSODE_DATABASE_NEW_KEY or a file holds. The bot must not run meanwhile. Backups"
            + " keep the key that they were written with.")
final class RekeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--new-key-file",
      paramLabel = "FILE",
      description = "Holds the new key: at least 16 characters without blanks.")
  private @Nullable Path file;

  @Option(names = "--plain", description = "Leave the database without encryption.")
  private boolean plain;

  @Override
  public Integer call() {
    Settings settings = RhapsodeCommand.settings(spec);
    Optional<String> key =
        Secrets.read(System.getenv(), DatabaseSettings.NEW_KEY, Optional.ofNullable(file));
    if (plain == key.isPresent()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "Give the new key in "
              + DatabaseSettings.NEW_KEY
              + " or with --new-key-file, or say --plain.");
    }
    try {
      Rekeying.of(settings.database(System.getenv()), settings.data().folder(), key);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "The new key cannot be used: " + e.getMessage() + ".", e);
    }
    spec.commandLine()
        .getOut()
        .println(
            plain
                ? "The database is no longer encrypted."
                : "The database is encrypted with the new key; start the bot with it from now on.");
    return CommandLine.ExitCode.OK;
  }
}
