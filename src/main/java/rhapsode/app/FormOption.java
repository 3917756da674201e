package rhapsode.app;

import picocli.CommandLine;
import rhapsode.poem.Finding;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;

/** The option {@code --form} of a subcommand. */
final class FormOption {
  private FormOption() {}

  /**
   * The form of a name or a scheme.
   *
   * @throws CommandLine.ParameterException if there is none
   */
  static Form named(String name, Forms forms, CommandLine command) {
    Finding finding = forms.find(name);
    if (finding instanceof Finding.Found found) {
      return found.form();
    }
    throw new CommandLine.ParameterException(
        command, ((Finding.Nothing) finding).sentence().english());
  }
}
