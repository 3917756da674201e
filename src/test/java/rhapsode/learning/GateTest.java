package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.testing.Reports;
import rhapsode.wording.Phrase;

class GateTest {
  private final Gate gate = new Gate(new Gate.Bounds(0.02, 0.03, 0.1, 0.05));

  private static Report judged(Comparison community, Comparison base, Comparison service) {
    return new Report(
        new Judgement(community, base, 1, List.of()), service, Reports.RECITAL, Reports.RECITAL);
  }

  private static Comparison comparison(double before, double after) {
    return new Comparison(before, after, 1000);
  }

  @Test
  void aBetterModelPasses() {
    assertEquals(Optional.empty(), gate.objection(Reports.GOOD));
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "100, 101", "100, NaN", "100, Infinity"})
  void whatIsNotBetterForTheCommunityDoesNot(double before, double after) {
    assertEquals(
        Optional.of(Phrase.of("retrain.not-better", before, after)),
        gate.objection(judged(comparison(before, after), comparison(64, 64), Comparison.NONE)));
  }

  @Test
  void whatForgetsOrIsWorseThanTheOneInServiceDoesNot() {
    Comparison good = comparison(100, 90);
    assertEquals(
        Optional.of(Phrase.of("retrain.forgot", 60.0, 62.0)),
        gate.objection(judged(good, comparison(60, 62), Comparison.NONE)));
    assertEquals(
        Optional.of(Phrase.of("retrain.worse", 80.0, 82.0)),
        gate.objection(judged(good, comparison(60, 61), comparison(80, 82))));
    assertEquals(
        Optional.empty(), gate.objection(judged(good, comparison(60, 61), comparison(80, 81))));
    assertEquals(
        Optional.of(Phrase.of("retrain.forgot", 60.0, Double.NaN)),
        gate.objection(judged(good, comparison(60, Double.NaN), Comparison.NONE)));
  }

  @Test
  void withoutAnythingToJudgeByTheBaseTextAndTheRecitalDo() {
    assertEquals(
        Optional.empty(),
        gate.objection(judged(Comparison.NONE, comparison(60, 61), Comparison.NONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.89, 0.01, 0, 0, retrain.form",
    "0.95, 0.01, 0, 0, ",
    "1, 0.07, 0, 0, retrain.repeats",
    "1, 0.05, 0, 0, ",
    "1, 0.01, 0.02, 0, retrain.copies",
    "1, 0.01, 0, 0.03, retrain.refused-words"
  })
  void theRecitalHasToStandUp(
      double valid, double repeated, double copied, double refused, String objection) {
    var after = new Recital(36, valid, repeated, copied, refused, Reports.RECITAL.sample());
    assertEquals(
        Optional.ofNullable(objection),
        gate.objection(Reports.of(Reports.judgement(100, 90), Reports.RECITAL, after))
            .map(Phrase::key));
  }
}
