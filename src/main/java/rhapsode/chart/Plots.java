package rhapsode.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.XChartTheme;

/**
 * What XChart plots: lines and stacked bars that fill an {@link Area}, and nothing around them,
 * since grid, numbers and labels are ours. Not thread-safe.
 */
final class Plots {
  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final float THICK = 4;

  private final Face face;
  private final Canvas canvas;

  Plots(Face face, Canvas canvas) {
    this.face = face;
    this.canvas = canvas;
  }

  /** A place on the scales of a plot. */
  record Point(double x, double y) {}

  /** Points to be joined, at least one. */
  record Path(List<Point> points, Color ink) {}

  /** Heights of the bars of one colour, from left to right. */
  record Layer(List<Integer> heights, Color ink) {}

  /** Lines between points. */
  void lines(Area area, double fromX, double toX, Scale scale, List<Path> paths) {
    var chart = new XYChart(area.width(), area.height(), new XChartTheme());
    bare(chart.getStyler());
    chart.getStyler().setCursorFont(face.at(12));
    chart.getStyler().setXAxisMin(fromX).setXAxisMax(toX);
    chart.getStyler().setYAxisMin(scale.low()).setYAxisMax(scale.high());
    for (Path path : paths) {
      chart
          .addSeries(
              "" + chart.getSeriesMap().size(),
              path.points().stream().map(Point::x).toList(),
              path.points().stream().map(Point::y).toList())
          .setMarker(SeriesMarkers.NONE)
          .setLineColor(path.ink())
          .setLineStyle(new BasicStroke(THICK, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }
    canvas.paint(area.x(), area.y(), g -> chart.paint(g, area.width(), area.height()));
  }

  /** Bars side by side, their layers upon each other; at least one bar. */
  void bars(Area area, Scale scale, List<Layer> layers) {
    var chart = new CategoryChart(area.width(), area.height(), new XChartTheme());
    bare(chart.getStyler());
    chart.getStyler().setLabelsFont(face.at(12));
    chart.getStyler().setStacked(true).setAvailableSpaceFill(0.72);
    chart.getStyler().setYAxisMin(scale.low()).setYAxisMax(scale.high());
    for (Layer layer : layers) {
      List<Integer> places = IntStream.rangeClosed(1, layer.heights().size()).boxed().toList();
      chart
          .addSeries("" + chart.getSeriesMap().size(), places, layer.heights())
          .setFillColor(layer.ink());
    }
    canvas.paint(area.x(), area.y(), g -> chart.paint(g, area.width(), area.height()));
  }

  /** XChart asks for the system's fonts wherever none is set, shown or not. */
  private void bare(AxesChartStyler styler) {
    Font font = face.at(12);
    styler
        .setBaseFont(font)
        .setChartTitleFont(font)
        .setLegendFont(font)
        .setAnnotationTextFont(font)
        .setAnnotationTextPanelFont(font)
        .setToolTipFont(font)
        .setChartButtonFont(font);
    styler.setAxisTitleFont(font).setAxisTickLabelsFont(font);
    styler
        .setLegendVisible(false)
        .setChartTitleVisible(false)
        .setChartPadding(0)
        .setPlotContentSize(1)
        .setPlotBorderVisible(false)
        .setPlotBackgroundColor(CLEAR)
        .setChartBackgroundColor(CLEAR);
    styler
        .setAxisTicksVisible(false)
        .setAxisTitlesVisible(false)
        .setPlotGridLinesVisible(false)
        .setPlotMargin(0);
  }
}
