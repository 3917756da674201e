package rhapsode.chat.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.learning.Lesson;
import rhapsode.learning.School;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.logging.LogContext;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /retrain}: the network learns from the community's poems. */
final class RetrainCommand implements Command {
  private final School school;
  private final LessonReplies told;
  private final Ballot ballot;

  RetrainCommand(School school, LessonReplies told, Ballot ballot) {
    this.school = school;
    this.told = told;
    this.ballot = ballot;
  }

  @Override
  public Description description() {
    return Description.open("retrain").to(Audience.OWNERS);
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    LogContext context = LogContext.current();
    replies.progress(0, wording.say("retrain.begins"));
    return school
        .retrain(
            Cause.ASKED,
            progress -> replies.progress(progress.fraction(), wording.say(line(progress))))
        .thenAccept(lesson -> context.run(() -> end(lesson, invocation, replies)));
  }

  private void end(Lesson lesson, Invocation invocation, Replies replies) {
    Reply reply = told.of(lesson, invocation.locale());
    Optional<String> cause =
        LogContext.current().request().filter(id -> lesson instanceof Lesson.Failed);
    replies.say(
        cause
            .map(id -> Wording.of(invocation.locale()).say("router.request", id))
            .map(reply::footed)
            .orElse(reply));
    if (lesson instanceof Lesson.Promoted promoted) {
      replies.say(ballot.open(invocation, promoted));
    }
  }

  private static Phrase line(TrainingProgress p) {
    return Phrase.of(
        "retrain.progress",
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
}
