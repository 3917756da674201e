package rhapsode.app;

import java.util.stream.Collectors;
import picocli.CommandLine;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;

/** The option {@code --form} of a subcommand. */
final class FormOption {
  private FormOption() {}

  /**
   * The form of a name.
   *
   * @throws CommandLine.ParameterException if there is none
   */
  static Form named(String name, Forms forms, CommandLine command) {
    return forms
        .named(name)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    command,
                    "There is no form '%s'; there are %s."
                        .formatted(
                            name,
                            forms.all().stream()
                                .map(Form::name)
                                .collect(Collectors.joining(", ")))));
  }
}
