package rhapsode.judge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import rhapsode.poem.Form;
import rhapsode.poet.Commission;

/**
 * What a poet is asked for so that figures can be compared over time: per form the same hundred
 * seed texts with the random seeds 1, 2 and 3, at the usual temperature.
 *
 * @param count poems per form, 1 to {@value #FULL}; fewer are a prefix of the whole protocol, with
 *     the same mix of seed texts
 */
public record Protocol(int count) {
  /** Poems per form in the whole protocol. */
  public static final int FULL = 300;

  private static final SeedTexts SEEDS = SeedTexts.load();

  public Protocol {
    if (count < 1 || count > FULL) {
      throw new IllegalArgumentException(
          "the protocol has 1 to %d poems a form, not %d".formatted(FULL, count));
    }
  }

  /** The commissions of a form, in order. */
  public List<Commission> commissions(Form form) {
    int seeds = SEEDS.all().size();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Commission(
                    SEEDS.all().get(i % seeds),
                    form,
                    Commission.USUAL_TEMPERATURE,
                    Optional.empty(),
                    OptionalLong.of(1 + i / seeds)))
        .toList();
  }
}
