package rhapsode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import rhapsode.network.Epoch;
import rhapsode.network.TrainingListener;
import rhapsode.network.TrainingReport;

/**
 * Shows a training on standard error: one line that is written over in a terminal, otherwise a line
 * now and then. Used by the training thread only.
 */
final class ProgressBar implements TrainingListener {
  private static final int WIDTH = 24;

  private final PrintWriter out;
  private final boolean terminal;
  private int shown = -1;

  ProgressBar(PrintWriter out) {
    this.out = out;
    this.terminal = Bot.isTerminal();
  }

  @Override
  public void step(Moment moment) {
    // A thousandth at a time in a terminal, a fiftieth in a log.
    int now = (int) (moment.fraction() * (terminal ? 1000 : 50));
    if (now != shown) {
      shown = now;
      out.print(terminal ? "\r" + line(moment) + "\033[K" : line(moment) + System.lineSeparator());
      out.flush();
    }
  }

  static String line(TrainingListener.Moment m) {
    int full = (int) (m.fraction() * WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f%%  epoch %d/%d  loss %.3f  perplexity %.1f  accuracy %.1f%%  %,.0f words/s  %s left",
        "=".repeat(full),
        " ".repeat(WIDTH - full),
        100 * m.fraction(),
        m.epoch(),
        m.epochs(),
        m.train().meanLoss(),
        m.train().perplexity(),
        100 * m.train().accuracy(),
        m.wordsPerSecond(),
        time(m.left()));
  }

  private static String time(Duration left) {
    return left.toHours() > 0
        ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
        : "%d:%02d min".formatted(left.toMinutes(), left.toSecondsPart());
  }

  @Override
  public void epoch(int number, Epoch epoch) {
    out.printf(
        Locale.ROOT,
        "%sepoch %d: training loss %.3f, perplexity %.1f, accuracy %.2f%%; validation loss %.3f, perplexity %.1f, accuracy %.2f%%%n",
        terminal ? "\r\033[K" : "",
        number,
        epoch.train().meanLoss(),
        epoch.train().perplexity(),
        100 * epoch.train().accuracy(),
        epoch.valid().meanLoss(),
        epoch.valid().perplexity(),
        100 * epoch.valid().accuracy());
    out.flush();
  }

  void summary(TrainingReport report, Path folder) {
    String end =
        switch (report.end()) {
          case EPOCHS -> "Done";
          case TIME -> "The time is up";
          case STOPPED -> "Stopped and saved; --resume goes on";
        };
    out.printf(
        Locale.ROOT,
        "%s: model %s in %s, %,d words, %,d parameters (%,d not trained), %.1f minutes, %,.0f words/s.%n",
        end,
        report.model(),
        folder,
        report.vocabulary(),
        report.parameters(),
        report.parametersNotTrained(),
        report.minutes(),
        report.wordsPerSecond());
    out.flush();
  }
}
