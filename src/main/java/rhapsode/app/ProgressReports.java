package rhapsode.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import rhapsode.learning.TrainingProgress;
import rhapsode.network.Epoch;
import rhapsode.network.TrainingListener;

/** Passes a training's progress on, not more often than people can read. Used by its thread. */
final class ProgressReports implements TrainingListener {
  private static final Duration BETWEEN = Duration.ofMillis(400);

  private final InstantSource clock;
  private final Runnable giveWay;
  private final Consumer<TrainingProgress> reader;
  private Instant last = Instant.MIN;

  /**
   * Reports to somebody.
   *
   * @param giveWay see {@link TrainingListener#giveWay}
   */
  ProgressReports(InstantSource clock, Runnable giveWay, Consumer<TrainingProgress> reader) {
    this.clock = clock;
    this.giveWay = giveWay;
    this.reader = reader;
  }

  @Override
  public void giveWay() {
    giveWay.run();
  }

  @Override
  public void step(Moment m) {
    Instant now = clock.instant();
    if (now.minus(BETWEEN).isAfter(last) || m.fraction() >= 1) {
      last = now;
      reader.accept(
          new TrainingProgress(
              m.epoch(),
              m.epochs(),
              m.fraction(),
              m.wordsPerSecond(),
              m.train().meanLoss(),
              m.left()));
    }
  }

  @Override
  public void epoch(int number, Epoch epoch) {
    // The next step reports, and the judgement holds every epoch.
  }
}
