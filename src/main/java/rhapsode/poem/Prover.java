package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.prosody.Prosody;
import rhapsode.prosody.Rhyme;

/** Proves, or disproves, that lines keep a form. Thread-safe. */
public final class Prover {
  private final Prosody prosody;

  public Prover(Prosody prosody) {
    this.prosody = prosody;
  }

  /**
   * The proof of a text.
   *
   * @param lines the lines of all stanzas; lines beyond those of the form are proved against none
   */
  public FormProof prove(Form form, List<Line> lines) {
    List<LineShape> shapes = form.lines();
    var proofs = new ArrayList<LineProof>();
    for (int i = 0; i < lines.size(); i++) {
      LineShape shape =
          i < shapes.size()
              ? shapes.get(i)
              : new LineShape(OptionalInt.empty(), LineShape.UNRHYMED);
      proofs.add(prove(shape, lines.get(i), earlier(shapes, i), proofs));
    }
    return new FormProof(proofs);
  }

  private LineProof prove(
      LineShape shape, Line line, List<Integer> partners, List<LineProof> before) {
    String end = prosody.endWord(line.text()).orElse("");
    boolean rhymes =
        partners.stream()
            .allMatch(p -> prosody.rhyme(before.get(p).endWord(), end) == Rhyme.PERFECT);
    OptionalInt partner =
        partners.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(partners.get(partners.size() - 1));
    return new LineProof(syllables(line), shape.syllables(), end, partner, rhymes);
  }

  /** The earlier lines that a line has to rhyme with. */
  private static List<Integer> earlier(List<LineShape> shapes, int line) {
    var partners = new ArrayList<Integer>();
    for (int i = 0; i < line && line < shapes.size(); i++) {
      if (shapes.get(line).rhymes() && shapes.get(i).rhyme() == shapes.get(line).rhyme()) {
        partners.add(i);
      }
    }
    return partners;
  }

  /** How many syllables a line has. */
  public int syllables(Line line) {
    return prosody.syllables(line.text());
  }
}
