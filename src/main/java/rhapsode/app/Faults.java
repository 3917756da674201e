package rhapsode.app;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import rhapsode.language.CorpusException;
import rhapsode.monitoring.MonitoringException;
import rhapsode.network.ModelException;
import rhapsode.store.StoreException;
import rhapsode.yaml.YamlException;

/** Turns whatever goes wrong into one sentence for the user; the log has the cause. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  static int wrongUse(CommandLine.ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    command
        .getErr()
        .printf(
            "%s%nTry '%s --help'.%n", fault.getMessage(), command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  static int failed(Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
    return failed(fault, command.getErr());
  }

  static int failed(Exception fault, PrintWriter to) {
    LOG.error("The command failed", fault);
    to.println(sentence(fault));
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String sentence(Throwable fault) {
    boolean ours =
        fault instanceof ModelException
            || fault instanceof CardFiles.NotWritten
            || fault instanceof CorpusException
            || fault instanceof FileFault
            || fault instanceof MonitoringException
            || fault instanceof NobodyThereException
            || fault instanceof PoemLines.Faulty
            || fault instanceof YamlException
            || fault instanceof StoreException;
    return ours && fault.getMessage() != null
        ? fault.getMessage()
        : "Something went wrong that should not have (%s); the log has the details."
            .formatted(fault.getClass().getSimpleName());
  }
}
