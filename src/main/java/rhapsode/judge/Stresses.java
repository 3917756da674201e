package rhapsode.judge;

import java.util.List;
import java.util.Optional;
import rhapsode.poem.LineShape;
import rhapsode.poem.Metre;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Prosody;

/** Of the lines that have a {@link Metre}, in how many no word clashes with it. Pure. */
final class Stresses implements Metric {
  private final Prosody prosody;

  Stresses(Prosody prosody) {
    this.prosody = prosody;
  }

  @Override
  public Tally of(Exhibit poem) {
    if (poem.form().isEmpty()) {
      return Tally.NONE;
    }
    List<LineShape> shapes = poem.form().get().lines();
    int metrical = 0;
    int kept = 0;
    for (int i = 0; i < Math.min(shapes.size(), poem.lines().size()); i++) {
      Optional<Metre> metre = shapes.get(i).metre();
      metrical += metre.isPresent() ? 1 : 0;
      kept += metre.isPresent() && keeps(poem.lines().get(i), metre.get()) ? 1 : 0;
    }
    return new Tally(kept, metrical);
  }

  private boolean keeps(String line, Metre metre) {
    int from = 0;
    for (String word : prosody.words(line)) {
      Pronunciation sound = prosody.of(word);
      if (metre.clashes(from, sound)) {
        return false;
      }
      from += sound.syllables();
    }
    return true;
  }
}
