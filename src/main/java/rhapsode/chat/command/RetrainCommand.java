package rhapsode.chat.command;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.learning.TrainingProgress;

/** {@code /retrain}: the network learns from the community's poems. */
final class RetrainCommand implements Command {
  private final School school;

  RetrainCommand(School school) {
    this.school = school;
  }

  @Override
  public Description description() {
    return Description.open("retrain", "Trains the network on the poems that were given.")
        .to(Audience.OWNERS);
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    replies.progress(0, "Learning: getting the poems ready…");
    return school
        .retrain(progress -> replies.progress(progress.fraction(), line(progress)))
        .thenAccept(lesson -> replies.say(Reply.open(sentence(lesson))));
  }

  private static String line(TrainingProgress p) {
    return String.format(
        Locale.ROOT,
        "Learning: %.0f%%, epoch %d of %d, loss %.2f, %,.0f words/s, %s left",
        100 * p.fraction(),
        p.epoch(),
        p.epochs(),
        p.loss(),
        p.wordsPerSecond(),
        time(p.left()));
  }

  private static String time(Duration left) {
    if (left.toHours() > 0) {
      return "%d:%02d h".formatted(left.toHours(), left.toMinutesPart());
    }
    return left.toMinutes() > 0
        ? "%d:%02d min".formatted(left.toMinutes(), left.toSecondsPart())
        : left.toSeconds() + " s";
  }

  private static String sentence(Lesson lesson) {
    if (lesson instanceof Lesson.Promoted promoted) {
      ModelVersion model = promoted.model();
      return String.format(
          Locale.ROOT,
          "Learned from %d poems: the new model %s writes from now on (perplexity on held-out poems %.1f, before %.1f).",
          model.poems(),
          model.name(),
          model.after(),
          model.before());
    }
    if (lesson instanceof Lesson.Rejected rejected) {
      return "Trained, but the new model was not put into service: %s. The old one stays."
          .formatted(rejected.model().reason());
    }
    return lesson instanceof Lesson.Declined declined
        ? declined.sentence()
        : ((Lesson.Failed) lesson).sentence();
  }
}
