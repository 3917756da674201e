package rhapsode.chat.command;

import rhapsode.chart.CommunityChart;
import rhapsode.chart.TrainingChart;
import rhapsode.community.PoemStatus;
import rhapsode.wording.Wording;

/** The words of the charts, in a reader's language. */
final class ChartLabels {
  private ChartLabels() {}

  /** Of how a community grows, or all of them together. */
  static CommunityChart.Labels community(boolean everywhere, Wording wording) {
    return new CommunityChart.Labels(
        wording.locale(),
        everywhere ? wording.say("chart.everywhere") : wording.say("chart.here"),
        wording.say("chart.poems"),
        wording.say(Words.status(PoemStatus.APPROVED)),
        wording.say(Words.status(PoemStatus.PENDING)),
        wording.say(Words.status(PoemStatus.REJECTED)),
        wording.say("chart.authors"),
        wording.say("chart.likes"),
        wording.say("chart.perplexity"),
        wording.say("chart.entered"),
        wording.say("chart.stayed"));
  }

  /** Of how the training of a model went. */
  static TrainingChart.Labels training(String model, Wording wording) {
    return new TrainingChart.Labels(
        wording.locale(),
        wording.say("chart.training", model),
        wording.say("chart.loss"),
        wording.say("chart.pass"),
        wording.say("chart.train"),
        wording.say("chart.validation"),
        wording.say("chart.kept"),
        wording.say("chart.change"),
        wording.say("chart.community"),
        wording.say("chart.base"),
        wording.say("chart.before"),
        wording.say("chart.after"));
  }
}
