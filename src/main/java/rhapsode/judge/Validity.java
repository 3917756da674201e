package rhapsode.judge;

import java.util.List;
import rhapsode.poem.Form;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.Line;
import rhapsode.poem.Prover;
import rhapsode.prosody.Prosody;

/**
 * Whether a poem has all the lines of its form, each of the asked length, every rhyme, and the
 * letters it has to begin with. The metre is left out: {@link Stresses} counts it line by line, and
 * what was published of other programs knows none. Pure.
 */
final class Validity implements Metric {
  private final Prover prover;

  Validity(Prosody prosody) {
    this.prover = new Prover(prosody);
  }

  @Override
  public Tally of(Exhibit poem) {
    return poem.form().map(form -> Tally.of(keeps(poem, form))).orElse(Tally.NONE);
  }

  private boolean keeps(Exhibit poem, Form form) {
    List<Line> lines = poem.lines().stream().map(Line::new).toList();
    return lines.size() == form.lines().size()
        && prover.prove(form, lines).lines().stream().allMatch(Validity::keeps);
  }

  private static boolean keeps(LineProof line) {
    return line.counts() && line.rhymes() && line.begins();
  }
}
