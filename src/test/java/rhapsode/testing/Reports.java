package rhapsode.testing;

import java.time.Instant;
import java.util.List;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.Recital;
import rhapsode.learning.Report;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.learning.Tutor.Pass;

/** Findings about models. */
public final class Reports {
  /** A recital with nothing wrong. */
  public static final Recital RECITAL =
      new Recital(
          36, 1, 0.01, 0, 0, new Recital.Sample("moonlight", "quatrain", "The moon\nis late."));

  /** A model that was trained and serves. */
  public static final ModelVersion MODEL =
      new ModelVersion(
          "base-2", "base", Instant.EPOCH, 7, 90, 80, ModelVersion.State.IN_SERVICE, null);

  /** A better model. */
  public static final Report GOOD = of(judgement(100, 90), RECITAL, RECITAL);

  private Reports() {}

  /** What a tutor finds on the community's held-out poems. */
  public static Judgement judgement(double before, double after) {
    return new Judgement(
        new Comparison(before, after, 100),
        new Comparison(64, 64.5, 8000),
        1,
        List.of(new Pass(5, 4.8), new Pass(4.7, 4.7)));
  }

  public static Report of(Judgement judgement, Recital before, Recital after) {
    return new Report(judgement, Comparison.NONE, "base", before, after);
  }
}
