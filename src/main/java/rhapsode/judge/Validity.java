package rhapsode.judge;

import rhapsode.poem.Line;
import rhapsode.poem.Prover;
import rhapsode.prosody.Prosody;

/**
 * Whether a poem keeps all that its form asks: number of lines, syllables of each, every rhyme.
 * Pure.
 */
final class Validity implements Metric {
  private final Prover prover;

  Validity(Prosody prosody) {
    this.prover = new Prover(prosody);
  }

  @Override
  public Tally of(Exhibit poem) {
    return poem.form()
        .map(
            form ->
                Tally.of(
                    poem.lines().size() == form.lines().size()
                        && prover
                            .prove(form, poem.lines().stream().map(Line::new).toList())
                            .holds()))
        .orElse(Tally.NONE);
  }
}
