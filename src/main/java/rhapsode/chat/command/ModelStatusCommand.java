package rhapsode.chat.command;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelStatus;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /model status}: which model writes, and whether one is in training. */
final class ModelStatusCommand implements Command {
  private final School school;

  ModelStatusCommand(School school) {
    this.school = school;
  }

  @Override
  public Description description() {
    return Description.open("model status");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    replies.say(
        Reply.open(
            sentences(school.status()).stream()
                .map(wording::say)
                .collect(Collectors.joining("\n"))));
    return Command.done();
  }

  private static Phrase elsewhere(ModelHistory.UnderWay training) {
    String since = training.run().begun().truncatedTo(ChronoUnit.MINUTES).toString();
    return Phrase.of(
        "model.elsewhere",
        training.where(),
        since.substring(0, 10),
        since.substring(11, 16),
        100 * training.done());
  }

  private static List<Phrase> sentences(ModelStatus status) {
    var sentences = new ArrayList<Phrase>();
    sentences.add(Phrase.of("model.service", status.name(), status.description()));
    ModelVersion version = status.version();
    sentences.add(
        version == null
            ? Phrase.of("model.base")
            : Phrase.of(
                "model.learned",
                version.poems(),
                version.trainedAt().toString().substring(0, 10),
                version.after(),
                version.before()));
    sentences.add(Phrase.of("model.poems", status.approved()));
    status
        .running()
        .ifPresent(run -> sentences.add(Phrase.of("model.running", 100 * run.fraction())));
    status.elsewhere().ifPresent(run -> sentences.add(elsewhere(run)));
    return sentences;
  }
}
