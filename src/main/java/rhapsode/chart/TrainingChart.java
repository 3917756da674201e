package rhapsode.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How a training went: losses over its passes, and what came of it on poems that it did not learn
 * from.
 *
 * @param passes in their order, at least one
 * @param community perplexity on the community's held-out poems
 * @param base perplexity on text like that of the base model
 */
public record TrainingChart(List<Pass> passes, Change community, Change base, Labels labels) {
  /**
   * A pass over the text to learn from.
   *
   * @param train loss, nats per word
   * @param validation the same on held-out text; not a number where there was none
   */
  public record Pass(double train, double validation) {}

  /** Perplexities before and after the training; not numbers where none were measured. */
  public record Change(double before, double after) {
    boolean measured() {
      return before > 0 && after > 0 && Double.isFinite(before) && Double.isFinite(after);
    }

    /** By how much it rose, as the natural logarithm of the ratio. */
    double logarithm() {
      return Math.log(after / before);
    }
  }

  /**
   * The words of the chart.
   *
   * @param reader whose numbers are written
   * @param loss what the left half shows, with its unit
   * @param pass below it, what is counted
   * @param train the line of what is learned from
   * @param validation the line of what is held out
   * @param kept at the pass whose weights are kept
   * @param perplexity what the right half shows
   * @param community its upper line
   * @param base its lower line
   */
  public record Labels(
      Locale reader,
      String title,
      String loss,
      String pass,
      String train,
      String validation,
      String kept,
      String perplexity,
      String community,
      String base,
      String before,
      String after) {}

  public TrainingChart {
    passes = List.copyOf(passes);
    if (passes.isEmpty() || !passes.stream().allMatch(pass -> Double.isFinite(pass.train()))) {
      throw new IllegalArgumentException("a training has passes with losses that are numbers");
    }
  }

  /** The pass with the lowest loss on held-out text, from 0; empty where there was none. */
  OptionalInt kept() {
    return IntStream.range(0, passes.size())
        .filter(i -> Double.isFinite(passes.get(i).validation()))
        .boxed()
        .min((a, b) -> Double.compare(passes.get(a).validation(), passes.get(b).validation()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  String altText() {
    var parts = new ArrayList<String>();
    parts.add(labels.title + ".");
    if (community.measured() || base.measured()) {
      parts.add(labels.perplexity + ":");
    }
    said(labels.community, community, parts);
    said(labels.base, base, parts);
    parts.add(labels.loss + ":");
    for (int i = 0; i < passes.size(); i++) {
      parts.add(said(i));
    }
    return AltText.of(parts);
  }

  private void said(String name, Change change, List<String> parts) {
    if (change.measured()) {
      parts.add(
          "%s: %s %s, %s %s."
              .formatted(
                  name,
                  labels.before,
                  number("%.1f", change.before),
                  labels.after,
                  number("%.1f", change.after)));
    }
  }

  private String said(int pass) {
    Pass losses = passes.get(pass);
    String train =
        "%s %d: %s %s".formatted(labels.pass, pass + 1, labels.train, loss(losses.train));
    if (!Double.isFinite(losses.validation)) {
      return train + ".";
    }
    String kept = kept().orElse(-1) == pass ? " (" + labels.kept + ")" : "";
    return "%s, %s %s%s.".formatted(train, labels.validation, loss(losses.validation), kept);
  }

  String loss(double nats) {
    return number("%.2f", nats);
  }

  String number(String format, double value) {
    return String.format(labels.reader, format, value);
  }
}
