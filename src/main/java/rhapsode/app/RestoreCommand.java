package rhapsode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhapsode.store.Backup;

/** {@code rhapsode restore}: puts a backup back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup back: into the data folder, or into an empty PostgreSQL. The bot must not run"
            + " meanwhile.")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "What 'rhapsode backup' wrote.")
  private Path file;

  @Option(
      names = "--replace",
      description = "Replace the database that the data folder has; its file stays beside.")
  private boolean replace;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() {
    Settings settings = RhapsodeCommand.settings(spec);
    Backup.Restored restored =
        Backup.restore(
            file, settings.database(System.getenv()), settings.taught(), replace, clock.instant());
    PrintWriter out = spec.commandLine().getOut();
    out.println(BackupCommand.sentence(restored.backup(), file) + " and put back");
    Instant written = restored.written().truncatedTo(ChronoUnit.SECONDS);
    restored
        .untold()
        .ifPresent(
            why ->
                out.printf(
                    "What was withdrawn or erased after %s may be in it again. %s%n",
                    written, why));
    return CommandLine.ExitCode.OK;
  }
}
