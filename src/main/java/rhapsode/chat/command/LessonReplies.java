package rhapsode.chat.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.chart.Chart;
import rhapsode.chart.Charts;
import rhapsode.chart.TrainingChart;
import rhapsode.chat.Picture;
import rhapsode.chat.Reply;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.Report;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * What came of trainings: one sentence, and a chart of how the training went where there was one.
 *
 * @param charts empty where this Java cannot draw
 */
public record LessonReplies(Optional<Charts> charts) {
  /** Tells of a training that ended, or of none. */
  public Reply of(Lesson lesson, Locale reader) {
    Wording wording = Wording.of(reader);
    Reply reply = Reply.open(wording.say(sentence(lesson)));
    return chart(lesson, wording)
        .map(chart -> reply.with(new Picture(chart.png(), chart.altText())))
        .orElse(reply);
  }

  private static Phrase sentence(Lesson lesson) {
    if (lesson instanceof Lesson.Promoted promoted) {
      ModelVersion model = promoted.model();
      return Phrase.of(
          "retrain.learned", model.poems(), model.name(), model.after(), model.before());
    }
    if (lesson instanceof Lesson.Rejected rejected) {
      return Phrase.of("retrain.rejected", rejected.why());
    }
    return lesson instanceof Lesson.Declined declined
        ? declined.sentence()
        : ((Lesson.Failed) lesson).sentence();
  }

  private Optional<Chart> chart(Lesson lesson, Wording wording) {
    if (lesson instanceof Lesson.Promoted promoted) {
      return chart(promoted.model().name(), promoted.report(), wording);
    }
    return lesson instanceof Lesson.Rejected rejected
        ? chart(rejected.model().name(), rejected.report(), wording)
        : Optional.empty();
  }

  private Optional<Chart> chart(String model, Report report, Wording wording) {
    List<TrainingChart.Pass> passes =
        report.judgement().curve().stream()
            .map(pass -> new TrainingChart.Pass(pass.train(), pass.valid()))
            .toList();
    boolean drawable =
        !passes.isEmpty() && passes.stream().allMatch(pass -> Double.isFinite(pass.train()));
    return charts
        .filter(c -> drawable)
        .map(
            c ->
                c.draw(
                    new TrainingChart(
                        passes,
                        change(report.judgement().community()),
                        change(report.judgement().base()),
                        ChartLabels.training(model, wording))));
  }

  private static TrainingChart.Change change(Comparison comparison) {
    return new TrainingChart.Change(comparison.before(), comparison.after());
  }
}
