package rhapsode.chat.command;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.learning.ModelStatus;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;

/** {@code /model status}: which model writes, and whether one is in training. */
final class ModelStatusCommand implements Command {
  private final School school;

  ModelStatusCommand(School school) {
    this.school = school;
  }

  @Override
  public Description description() {
    return Description.open("model status", "Tells which model writes the poems.");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    replies.say(Reply.open(text(school.status())));
    return Command.done();
  }

  private static String text(ModelStatus status) {
    var text = new StringBuilder();
    text.append("In service: %s (%s)".formatted(status.name(), status.description()));
    ModelVersion version = status.version();
    if (version == null) {
      text.append("\nIt is the base model; no training has changed it yet.");
    } else {
      text.append(
          String.format(
              Locale.ROOT,
              "%nLearned from %d poems on %s; perplexity on held-out poems %.1f, before %.1f.",
              version.poems(),
              version.trainedAt().toString().substring(0, 10),
              version.after(),
              version.before()));
    }
    text.append("\nPoems to learn from: ").append(status.approved());
    status
        .running()
        .ifPresent(
            run ->
                text.append(
                    String.format(
                        Locale.ROOT, "%nA training is under way: %.0f%%.", 100 * run.fraction())));
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
