package rhapsode.app;

import java.io.PrintWriter;
import java.util.Locale;
import rhapsode.learning.TrainingProgress;

/** Shows how far a training is: a line now and then. Used by the training thread only. */
final class TuningLog {
  private static final int LINES = 20;

  private final PrintWriter out;
  private int shown = -1;

  TuningLog(PrintWriter out) {
    this.out = out;
  }

  void show(TrainingProgress now) {
    int line = (int) (now.fraction() * LINES);
    if (line != shown) {
      shown = line;
      out.printf(
          Locale.ROOT,
          "%3.0f%%  epoch %d/%d  loss %.3f  %,.0f words/s%n",
          100 * now.fraction(),
          now.epoch(),
          now.epochs(),
          now.loss(),
          now.wordsPerSecond());
      out.flush();
    }
  }
}
