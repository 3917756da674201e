package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.RIGHT;

/**
 * Draws a {@link TrainingChart}: on the left the losses, on the right what they did to perplexity.
 * Not thread-safe.
 */
final class TrainingPainter {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;
  private static final int LEFT_EDGE = 44;
  private static final int RIGHT_EDGE = 956;
  private static final int LOSSES_EDGE = 600;
  private static final int CHANGES_EDGE = 660;
  private static final float TITLE = 42;
  private static final float HEADING = 31;

  private final Face face;
  private final TrainingChart chart;

  TrainingPainter(Face face, TrainingChart chart) {
    this.face = face;
    this.chart = chart;
  }

  byte[] png() {
    TrainingChart.Labels labels = chart.labels();
    boolean judged = chart.community().measured() || chart.base().measured();
    int edge = judged ? LOSSES_EDGE : RIGHT_EDGE;
    try (var canvas = new Canvas(face, WIDTH, HEIGHT)) {
      var plots = new Plots(face, canvas);
      String title = canvas.fitting(labels.title(), TITLE, RIGHT_EDGE - LEFT_EDGE);
      canvas.text(title, LEFT_EDGE, 66, TITLE, Ink.TEXT, RIGHT);
      heading(canvas, labels.loss(), LEFT_EDGE, edge);
      new LossPlot(canvas, chart, LEFT_EDGE, edge).draw(plots);
      if (judged) {
        heading(canvas, labels.perplexity(), CHANGES_EDGE, RIGHT_EDGE);
        new ChangePlot(canvas, chart, CHANGES_EDGE, RIGHT_EDGE).draw(plots);
      }
      return canvas.png();
    }
  }

  private static void heading(Canvas canvas, String text, int left, int right) {
    String shown = canvas.fitting(text, HEADING, right - left);
    canvas.text(shown, left, 116, HEADING, Ink.QUIET, RIGHT);
  }
}
