package rhapsode.chat.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /model history}: which trainings there were, and what came of them. */
final class ModelHistoryCommand implements Command {
  private static final int SHOWN = 10;

  private final School school;

  ModelHistoryCommand(School school) {
    this.school = school;
  }

  @Override
  public Description description() {
    return Description.open("model history");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    List<TrainingRun> runs = school.runs(SHOWN);
    List<ModelVersion> models = school.models();
    String text =
        runs.isEmpty()
            ? wording.say("history.none")
            : runs.stream()
                .map(run -> wording.say(line(run, models)))
                .collect(Collectors.joining("\n"));
    replies.say(Reply.open(text));
    return Command.done();
  }

  private static Phrase line(TrainingRun run, List<ModelVersion> models) {
    String day = run.begun().toString().substring(0, 10);
    return models.stream()
        .filter(model -> model.name().equals(run.model()))
        .findFirst()
        .map(
            model ->
                Phrase.of(
                    "history.model",
                    day,
                    model.name(),
                    run.poems(),
                    model.before(),
                    model.after(),
                    state(model)))
        .orElseGet(
            () -> Phrase.of("history.run", day, run.model(), run.poems(), state(run.outcome())));
  }

  private static Phrase state(ModelVersion model) {
    return switch (model.state()) {
      case IN_SERVICE -> Phrase.of("history.in-service");
      case RETIRED -> Phrase.of("history.retired");
      case FORGOTTEN -> Phrase.of("history.forgotten");
      case REJECTED -> Phrase.of("history.rejected", String.valueOf(model.reason()));
    };
  }

  private static Phrase state(Outcome outcome) {
    return switch (outcome) {
      case RUNNING -> Phrase.of("history.running");
      case INTERRUPTED -> Phrase.of("history.interrupted");
      case PROMOTED, REJECTED, FAILED -> Phrase.of("history.failed");
    };
  }
}
