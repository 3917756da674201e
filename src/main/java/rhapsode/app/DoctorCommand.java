package rhapsode.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import rhapsode.app.doctor.Check;
import rhapsode.app.doctor.Diagnosis;
import rhapsode.app.doctor.Layout;
import rhapsode.app.doctor.ProgramCheck;
import rhapsode.app.doctor.SettingsCheck;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

/** {@code rhapsode doctor}: whether the bot can run here, and what to mend where it cannot. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Looks at all that the bot needs and says what to mend; changes nothing.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private @Nullable RhapsodeCommand program;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; default: config/rhapsode.yml.")
  private @Nullable Path config;

  @Option(names = "--offline", description = "Do not try whether the platforms can be reached.")
  private boolean offline;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Optional<Path> named = named();
    Path file = named.orElseGet(() -> Home.find(RhapsodeCommand.SETTINGS));
    var checks = new ArrayList<Check>();
    checks.add(new ProgramCheck(RhapsodeCommand.Version.text()));
    checks.add(
        new SettingsCheck(file, named.isPresent(), () -> Settings.read(file, System.getenv())));
    checks.addAll(
        new Checklist(
                settings(file), System.getenv(), offline, InstantSource.system(), Home.builtAt())
            .checks());
    Diagnosis diagnosis = json ? printJson(checks) : print(checks);
    return diagnosis.healthy() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** {@code --config} may stand before the subcommand too, as it does for the bot. */
  private Optional<Path> named() {
    return Optional.ofNullable(config)
        .or(() -> Optional.ofNullable(program).flatMap(RhapsodeCommand::config));
  }

  private static Settings settings(Path file) {
    try {
      return Settings.read(file, System.getenv());
    } catch (YamlException e) {
      return Settings.of(YamlFile.parse("", "settings")); // The check of the settings says so.
    }
  }

  private Diagnosis print(List<Check> checks) {
    PrintWriter out = spec.commandLine().getOut();
    Layout layout = Layout.of(checks);
    Diagnosis diagnosis =
        Diagnosis.of(
            checks,
            finding -> {
              out.println(layout.text(finding));
              out.flush();
            });
    out.println(Layout.summary(diagnosis));
    out.flush();
    return diagnosis;
  }

  private Diagnosis printJson(List<Check> checks) throws Exception {
    Diagnosis diagnosis = Diagnosis.of(checks, finding -> {});
    spec.commandLine()
        .getOut()
        .println(new ObjectMapper().writeValueAsString(DoctorJson.of(diagnosis)));
    return diagnosis;
  }
}
