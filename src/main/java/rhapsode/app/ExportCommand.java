package rhapsode.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhapsode.community.ArchivedPoem;
import rhapsode.store.Database;
import rhapsode.store.JdbcArchive;

/** {@code rhapsode export}: the community's poems as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes all poems that were given, with consents, status, authors and likes, into a file of"
            + " JSON lines. The bot must not run meanwhile.")
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  private Path file;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() {
    try (Database database = RhapsodeCommand.database(spec)) {
      List<ArchivedPoem> poems = new JdbcArchive(database).all();
      write(PoemLines.written(poems, clock.instant()));
      spec.commandLine().getOut().printf(Locale.ROOT, "%,d poems in %s%n", poems.size(), file);
    }
    return CommandLine.ExitCode.OK;
  }

  private void write(List<String> lines) {
    try {
      PrivateFiles.makeFile(file); // It has what people gave, and their names.
      Files.write(file, lines);
    } catch (FileAlreadyExistsException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "The file " + file + " is there already; name a new one.", e);
    } catch (IOException e) {
      throw new FileFault("The poems cannot be written to " + file + ".", e);
    }
  }
}
