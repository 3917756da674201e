package rhapsode.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rhapsode.poem.Form;
import rhapsode.prosody.Prosody;

/** Poems out of a text, human or not, made comparable with those of a poet. Pure. */
public final class FoundVerse {
  private FoundVerse() {}

  /** All poems, held against no form. */
  public static List<Exhibit> of(List<String> poems) {
    return poems.stream().map(poem -> Exhibit.of(Optional.empty(), poem)).toList();
  }

  /**
   * What has the shape of a form: poems with as many lines, or, if the form is a single stanza,
   * stanzas with as many. Nobody knows what their authors meant to keep; of a rhymed form, those
   * are taken of which at least half of the pairs rhyme or nearly do.
   */
  public static List<Exhibit> of(Form form, List<String> poems, Prosody prosody) {
    var pairs = new Pairs(prosody);
    boolean stanzas = form.stanzas().size() == 1;
    return poems.stream()
        .flatMap(poem -> stanzas ? Arrays.stream(poem.split("\n\\s*\n")) : Stream.of(poem))
        .map(text -> Exhibit.of(Optional.of(form), text))
        .filter(poem -> poem.lines().size() == form.lines().size())
        .filter(pairs::follows)
        .toList();
  }
}
