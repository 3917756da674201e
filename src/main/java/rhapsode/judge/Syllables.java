package rhapsode.judge;

import java.util.List;
import rhapsode.poem.LineShape;
import rhapsode.prosody.Prosody;

/** Of the lines whose syllables the form counts, how many have as many as it asks. Pure. */
final class Syllables implements Metric {
  private static final String SONNET = "sonnet";

  private final Prosody prosody;

  Syllables(Prosody prosody) {
    this.prosody = prosody;
  }

  /** A line of a sonnet may have one more, unstressed, at its end: "To be, or not to be". */
  static boolean mayBeFeminine(String form) {
    return form.equals(SONNET);
  }

  @Override
  public Tally of(Exhibit poem) {
    if (poem.form().isEmpty()) {
      return Tally.NONE;
    }
    List<LineShape> shapes = poem.form().get().lines();
    int more = mayBeFeminine(poem.form().get().name()) ? 1 : 0;
    int asked = 0;
    int kept = 0;
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).syllables().isPresent()) {
        int wanted = shapes.get(i).syllables().getAsInt();
        int found = i < poem.lines().size() ? prosody.syllables(poem.lines().get(i)) : 0;
        asked++;
        kept += found >= wanted && found <= wanted + more ? 1 : 0;
      }
    }
    return new Tally(kept, asked);
  }
}
