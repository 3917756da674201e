package rhapsode.chart;

import java.awt.AWTError;
import java.awt.FontFormatException;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws charts. The same numbers give the same picture. No screen and no font of the system is
 * needed. Thread-safe.
 */
public final class Charts {
  /** Width of every chart, pixels: twice what it is laid out for, so that it is crisp. */
  public static final int WIDTH = Canvas.SCALE * 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Charts.class);

  private final Face face;

  private Charts(Face face) {
    this.face = face;
  }

  /** What has to work before charts are promised. */
  interface Probe {
    Charts draw() throws IOException, FontFormatException;
  }

  /**
   * Loads the font and draws a first chart. Empty, with one warning in the log, where Java cannot
   * draw text: some JDKs come without the libraries for it. Asks for headless mode, unless the
   * property {@code java.awt.headless} is set already.
   */
  public static Optional<Charts> load() {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    return load(
        () -> {
          var charts = new Charts(Face.load());
          var labels =
              new CommunityChart.Labels(Locale.ROOT, "A", "", "", "", "", "", "", "", "", "");
          charts.draw(new CommunityChart(YearMonth.of(2000, 1), List.of(), List.of(), labels));
          return charts;
        });
  }

  static Optional<Charts> load(Probe probe) {
    try {
      return Optional.of(probe.draw());
    } catch (IOException
        | FontFormatException
        | RuntimeException
        | LinkageError
        | InternalError
        | AWTError e) {
      LOG.warn("This Java cannot draw text, so there are no charts", e);
      return Optional.empty();
    }
  }

  /** How a training went. */
  public Chart draw(TrainingChart training) {
    return new Chart(new TrainingPainter(face, training).png(), training.altText());
  }

  /** How a community grows. */
  public Chart draw(CommunityChart community) {
    return new Chart(new CommunityPainter(face, community).png(), community.altText());
  }
}
