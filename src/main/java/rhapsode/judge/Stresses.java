package rhapsode.judge;

import java.util.List;
import java.util.Optional;
import rhapsode.poem.LineShape;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Prosody;

/** Of the lines that have a {@link Beat}, in how many no word clashes with it. Pure. */
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
      Optional<Beat> beat = Beat.of(poem.form().get(), shapes.get(i));
      metrical += beat.isPresent() ? 1 : 0;
      kept += beat.isPresent() && keeps(poem.lines().get(i), beat.get()) ? 1 : 0;
    }
    return new Tally(kept, metrical);
  }

  private boolean keeps(String line, Beat beat) {
    int from = 0;
    for (String word : prosody.words(line)) {
      Pronunciation sound = prosody.of(word);
      if (beat.clashes(from, sound)) {
        return false;
      }
      from += sound.syllables();
    }
    return true;
  }
}
