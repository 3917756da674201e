package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.FormProof.Partner;
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
   * @param form laid out over its seed already, if it is {@link Form#spelled}
   * @param lines the lines of all stanzas; lines beyond those of the form are proved against none
   */
  public FormProof prove(Form form, List<Line> lines) {
    List<LineShape> shapes = form.lines();
    List<Reading> readings = lines.stream().map(line -> Reading.of(line, prosody)).toList();
    var proofs = new ArrayList<LineProof>();
    for (int i = 0; i < readings.size(); i++) {
      LineShape shape = i < shapes.size() ? shapes.get(i) : LineShape.FREE;
      proofs.add(new LineProof(shape, readings.get(i), partners(shapes, readings, i)));
    }
    return new FormProof(proofs);
  }

  /** The earlier lines that a line has to rhyme with. */
  private static List<Partner> partners(List<LineShape> shapes, List<Reading> readings, int line) {
    var partners = new ArrayList<Partner>();
    for (int i = 0; i < line && line < shapes.size(); i++) {
      if (shapes.get(line).rhymes() && shapes.get(i).rhyme() == shapes.get(line).rhyme()) {
        Reading earlier = readings.get(i);
        Rhyme kind = Rhyme.between(earlier.end(), readings.get(line).end());
        partners.add(new Partner(i, earlier.endWord(), kind));
      }
    }
    return partners;
  }
}
