package rhapsode.judge;

import java.util.Optional;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.prosody.Prosody;

/** Hand-made poems for the judge. */
final class Poems {
  static final Prosody PROSODY = Prosody.load();
  private static final Forms FORMS = Forms.load();

  private Poems() {}

  static Form form(String name) {
    return FORMS.named(name).orElseThrow();
  }

  static Exhibit of(String form, String... lines) {
    return Exhibit.of(Optional.of(form(form)), String.join("\n", lines));
  }

  static Exhibit about(String seed, String text) {
    return new Exhibit(
        Optional.empty(), Optional.of(seed), text.lines().toList(), Optional.empty());
  }

  static Exhibit free(String text) {
    return Exhibit.of(Optional.empty(), text);
  }
}
