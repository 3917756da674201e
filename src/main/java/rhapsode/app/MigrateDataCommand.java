package rhapsode.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.store.Transfer;

/** {@code rhapsode migrate-data}: from one database into another. */
@Command(
    name = "migrate-data",
    mixinStandardHelpOptions = true,
    description =
        "Copies everything from one database into an empty other one, and counts and sums the rows"
            + " on both sides before they count as written. The bot must not run meanwhile.")
final class MigrateDataCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "URL",
      required = true,
      description = "A data folder, or jdbc:postgresql://host:port/name.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description =
          "The same; a folder's database is encrypted if RHAPSODE_DATABASE_KEY or database.key-file"
              + " says so.")
  private String to;

  @Override
  public Integer call() {
    DatabaseSettings settings = RhapsodeCommand.settings(spec).database();
    var moved =
        Transfer.copy(settings.named(from, System.getenv()), settings.named(to, System.getenv()));
    PrintWriter out = spec.commandLine().getOut();
    for (Transfer.Moved table : moved) {
      out.printf(
          Locale.ROOT,
          "%-18s %,12d rows  SHA-256 sum %s%n",
          table.table(),
          table.rows(),
          table.sum().substring(0, 16));
    }
    out.printf(
        Locale.ROOT,
        "%,d rows moved; counts and sums are the same on both sides%n",
        moved.stream().mapToLong(Transfer.Moved::rows).sum());
    return CommandLine.ExitCode.OK;
  }
}
