package rhapsode.learning;

import java.util.Optional;
import java.util.stream.Stream;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.wording.Phrase;

/**
 * Whether a new model may speak: better than the base model on the community's poems, and not worse
 * in anything else than the bounds let it be. Pure.
 *
 * @param bounds how much worse is not worse
 */
public record Gate(Bounds bounds) {
  /**
   * How much worse a new model may be, each as a share.
   *
   * @param service by how much perplexity on held-out poems may be above that of the model in
   *     service
   * @param base by how much perplexity on base text may rise
   * @param form by how much the share of poems that keep their form may fall
   * @param repeated by how much the share of repetitions may rise
   */
  public record Bounds(double service, double base, double form, double repeated) {}

  /** Why it may not; empty if it may. */
  public Optional<Phrase> objection(Report report) {
    return Stream.of(
            community(report.judgement().community()),
            above(report.service(), bounds.service(), "retrain.worse"),
            above(report.judgement().base(), bounds.base(), "retrain.forgot"),
            recital(report.before(), report.after()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** It has to be better at what it was made for; what is not a number is better at nothing. */
  private static Optional<Phrase> community(Comparison community) {
    return community.words() == 0 || community.after() < community.before()
        ? Optional.empty()
        : Optional.of(Phrase.of("retrain.not-better", community.before(), community.after()));
  }

  private static Optional<Phrase> above(Comparison comparison, double bound, String key) {
    return comparison.words() == 0 || comparison.rise() <= bound
        ? Optional.empty()
        : Optional.of(Phrase.of(key, comparison.before(), comparison.after()));
  }

  private Optional<Phrase> recital(Recital before, Recital after) {
    if (after.valid() < before.valid() - bounds.form()) {
      return percent("retrain.form", before.valid(), after.valid());
    }
    if (after.repeated() > before.repeated() + bounds.repeated()) {
      return percent("retrain.repeats", before.repeated(), after.repeated());
    }
    if (after.copied() > before.copied()) {
      return percent("retrain.copies", before.copied(), after.copied());
    }
    return after.refused() > before.refused()
        ? percent("retrain.refused-words", before.refused(), after.refused())
        : Optional.empty();
  }

  private static Optional<Phrase> percent(String key, double before, double after) {
    return Optional.of(Phrase.of(key, 100 * before, 100 * after));
  }
}
