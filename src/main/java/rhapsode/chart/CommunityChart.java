package rhapsode.chart;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a community grows: what it gave in each month, and how its models learned. Months without
 * anything may be left out; at most the last {@value #MOST_MONTHS} are shown.
 *
 * @param until the last month on the axis, usually the present one
 * @param months in any order
 * @param models in any order
 */
public record CommunityChart(
    YearMonth until, List<Month> months, List<Model> models, Labels labels) {
  /** Months on the axis, at most. */
  public static final int MOST_MONTHS = 60;

  /** Months on the axis, at least: of fewer, bars would be walls. */
  private static final int LEAST_MONTHS = 6;

  /** Months with something in them that the alternative text names, at most. */
  private static final int TOLD_MONTHS = 6;

  /**
   * What happened in a month.
   *
   * @param approved poems given then that moderators approved
   * @param waiting poems given then that wait for a moderator
   * @param rejected poems given then that moderators refused
   * @param authors who gave any of them
   * @param likes given then
   */
  public record Month(
      YearMonth month, int approved, int waiting, int rejected, int authors, int likes) {
    int poems() {
      return approved + waiting + rejected;
    }
  }

  /**
   * A model that was trained.
   *
   * @param before perplexity of what it grew from, on poems that neither learned from; not a number
   *     where it was not measured
   * @param after perplexity of the model on the same
   * @param entered whether it entered service then
   */
  public record Model(String name, Instant at, double before, double after, boolean entered) {
    boolean measured() {
      return Double.isFinite(before) && Double.isFinite(after);
    }

    double lower() {
      return Math.min(before, after);
    }

    double upper() {
      return Math.max(before, after);
    }
  }

  /**
   * The words of the chart.
   *
   * @param reader whose months and numbers are written
   * @param poems what the first bars count
   * @param authors what the second bars count
   * @param likes what the third bars count
   * @param perplexity what is shown of the models
   * @param entered a model that entered service
   * @param stayed a model that did not
   */
  public record Labels(
      Locale reader,
      String title,
      String poems,
      String approved,
      String waiting,
      String rejected,
      String authors,
      String likes,
      String perplexity,
      String entered,
      String stayed) {}

  public CommunityChart {
    months = List.copyOf(months);
    models = List.copyOf(models);
  }

  /** Every month on the axis, the gaps too, in their order; at least one. */
  List<Month> axis() {
    YearMonth first =
        Stream.concat(
                months.stream().map(Month::month), models.stream().map(model -> month(model.at)))
            .min(Comparator.naturalOrder())
            .orElse(until);
    YearMonth latest = until.minusMonths(LEAST_MONTHS - 1);
    YearMonth earliest = until.minusMonths(MOST_MONTHS - 1);
    YearMonth from = first.isBefore(earliest) ? earliest : first.isAfter(latest) ? latest : first;
    Map<YearMonth, Month> known =
        months.stream().collect(Collectors.toMap(Month::month, Function.identity()));
    return Stream.iterate(from, month -> !month.isAfter(until), month -> month.plusMonths(1))
        .map(month -> known.getOrDefault(month, new Month(month, 0, 0, 0, 0, 0)))
        .toList();
  }

  /** Models on the axis with their perplexity, the oldest first. */
  List<Model> judged() {
    YearMonth from = axis().get(0).month();
    return models.stream()
        .filter(Model::measured)
        .filter(model -> !month(model.at).isBefore(from) && !month(model.at).isAfter(until))
        .sorted(Comparator.comparing(Model::at))
        .toList();
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(UTC));
  }

  /** How many months after the beginning of the axis something was. */
  double monthsIn(Instant at) {
    OffsetDateTime then = at.atOffset(UTC);
    long whole = axis().get(0).month().until(month(at), ChronoUnit.MONTHS);
    return whole + (then.getDayOfMonth() - 1.0) / month(at).lengthOfMonth();
  }

  String altText() {
    var parts = new ArrayList<String>();
    parts.add(labels.title + ".");
    said(labels.poems, Month::poems, this::poems, parts);
    List<Model> judged = judged();
    if (!judged.isEmpty()) {
      parts.add(labels.perplexity + ":");
      judged.forEach(model -> parts.add(said(model)));
    }
    said(labels.authors, Month::authors, month -> "" + month.authors, parts);
    said(labels.likes, Month::likes, month -> "" + month.likes, parts);
    return AltText.of(parts);
  }

  private void said(
      String name, ToIntFunction<Month> count, Function<Month, String> told, List<String> parts) {
    List<String> all =
        axis().stream()
            .filter(month -> count.applyAsInt(month) > 0)
            .map(month -> named(month.month) + ": " + told.apply(month))
            .toList();
    if (!all.isEmpty()) {
      List<String> last = all.subList(Math.max(0, all.size() - TOLD_MONTHS), all.size());
      parts.add(name + ", " + String.join("; ", last) + ".");
    }
  }

  private String poems(Month month) {
    return Stream.of(
            counted(month.approved, labels.approved),
            counted(month.waiting, labels.waiting),
            counted(month.rejected, labels.rejected))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(int poems, String name) {
    return poems == 0 ? "" : poems + " " + name;
  }

  private String said(Model model) {
    return "%s (%s, %s): %s."
        .formatted(
            model.name,
            model.entered ? labels.entered : labels.stayed,
            named(month(model.at)),
            number(model.after));
  }

  String number(double perplexity) {
    return String.format(labels.reader, "%.1f", perplexity);
  }

  private String named(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL uuuu", labels.reader).format(month);
  }
}
