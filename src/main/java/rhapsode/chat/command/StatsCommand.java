package rhapsode.chat.command;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rhapsode.chart.Chart;
import rhapsode.chart.CommunityChart;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Picture;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Census;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * {@code /stats}: how a community grows, in numbers and as a chart. It speaks of the place where it
 * is asked, in the console of all places, and names nobody.
 */
final class StatsCommand implements Command {
  private static final String CONSOLE = "console";

  private final Commands.Statistics statistics;
  private final School school;
  private final InstantSource clock;

  StatsCommand(Commands.Statistics statistics, School school, InstantSource clock) {
    this.statistics = statistics;
    this.school = school;
    this.clock = clock;
  }

  @Override
  public Description description() {
    return Description.open("stats");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    return CompletableFuture.supplyAsync(() -> reply(invocation)).thenAccept(replies::say);
  }

  private Reply reply(Invocation invocation) {
    Wording wording = Wording.of(invocation.locale());
    String platform = invocation.person().platform();
    boolean everywhere = platform.equals(CONSOLE);
    Census census = statistics.census();
    Census.Figures figures =
        everywhere
            ? census.everywhere()
            : census.in(new Census.Place(platform, invocation.community()));
    List<ModelVersion> models = statistics.models().all();
    Reply reply = Reply.open(text(everywhere, figures, models, wording));
    return chart(everywhere, figures, models, wording)
        .map(chart -> reply.with(new Picture(chart.png(), chart.altText())))
        .orElse(reply);
  }

  private String text(
      boolean everywhere, Census.Figures figures, List<ModelVersion> models, Wording wording) {
    return Stream.of(
            Phrase.of(everywhere ? "stats.everywhere" : "stats.here"),
            Phrase.of(
                "stats.poems",
                sum(figures, Census.Month::given),
                sum(figures, Census.Month::pending),
                figures.lessons()),
            Phrase.of("stats.authors", figures.authors()),
            Phrase.of(
                "stats.written",
                sum(figures, Census.Month::written),
                sum(figures, Census.Month::likes)),
            Phrase.of("stats.models", models.size()),
            service())
        .map(wording::say)
        .collect(Collectors.joining("\n"));
  }

  private static int sum(Census.Figures figures, ToIntFunction<Census.Month> count) {
    return figures.months().stream().mapToInt(count).sum();
  }

  private Phrase service() {
    String current = school.status().name();
    return statistics
        .models()
        .inService()
        .filter(version -> version.name().equals(current))
        .map(
            version ->
                Phrase.of(
                    "stats.service", current, version.trainedAt().toString().substring(0, 10)))
        .orElse(Phrase.of("stats.base", current));
  }

  /** Empty where charts cannot be drawn, and where there is nothing to be seen yet. */
  private Optional<Chart> chart(
      boolean everywhere, Census.Figures figures, List<ModelVersion> models, Wording wording) {
    if (figures.months().isEmpty() && models.isEmpty()) {
      return Optional.empty();
    }
    var chart =
        new CommunityChart(
            YearMonth.from(clock.instant().atOffset(UTC)),
            figures.months().stream().map(StatsCommand::month).toList(),
            models.stream().map(StatsCommand::model).toList(),
            ChartLabels.community(everywhere, wording));
    return statistics.charts().map(charts -> charts.draw(chart));
  }

  private static CommunityChart.Month month(Census.Month month) {
    return new CommunityChart.Month(
        month.month(),
        month.approved(),
        month.pending(),
        month.rejected(),
        month.authors(),
        month.likes());
  }

  private static CommunityChart.Model model(ModelVersion version) {
    boolean entered =
        version.state() == ModelVersion.State.IN_SERVICE
            || version.state() == ModelVersion.State.RETIRED;
    return new CommunityChart.Model(
        version.name(), version.trainedAt(), version.before(), version.after(), entered);
  }
}
