package rhapsode.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhapsode.store.Backup;

/** {@code rhapsode backup}: the database and the model in service as one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes the database and the model in service into one file, also while the bot runs, and"
            + " reads it back to the last row. That of an encrypted database has its key.")
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  private Path file;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() {
    Settings settings = RhapsodeCommand.settings(spec);
    Backup written =
        Backup.of(
            settings.database(System.getenv()), file, settings.taught()::resolve, clock.instant());
    spec.commandLine().getOut().println(sentence(written, file));
    return CommandLine.ExitCode.OK;
  }

  static String sentence(Backup backup, Path file) {
    return String.format(
        Locale.ROOT,
        "%s: %,d poems, %,d rows in all, %s; %.1f MB, read back",
        file,
        backup.poems(),
        backup.rows(),
        backup.model().map(model -> "the model " + model).orElse("the shipped model"),
        backup.bytes() / 1e6);
  }
}
