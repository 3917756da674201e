package rhapsode.chat.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rhapsode.chat.Arguments;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.WrittenPoem;
import rhapsode.learning.Lesson;
import rhapsode.learning.Recital;
import rhapsode.learning.Report;
import rhapsode.poet.Commission;
import rhapsode.wording.Wording;

/**
 * A poem of the model before beside one of the new model about the same, and the vote on which is
 * better: a like of one, which takes back that of the other. All that the buttons know are the
 * numbers of both.
 */
final class Ballot implements Command {
  private static final String PATH = "prefer";
  private static final int LONGEST = 48;
  private static final Pattern VOTE = Pattern.compile("(\\d{1,15})-(\\d{1,15})-([12])");

  private final Anthology anthology;
  private final InstantSource clock;

  Ballot(Anthology anthology, InstantSource clock) {
    this.anthology = anthology;
    this.clock = clock;
  }

  /** Two poems side by side. */
  private record Pair(WrittenPoem before, WrittenPoem after) {}

  /** Keeps the samples of two models, and lays them before everybody. */
  Reply open(Invocation asked, Lesson.Promoted lesson) {
    Report report = lesson.report();
    var pair =
        new Pair(
            keep(asked, report.serving(), report.before().sample()),
            keep(asked, lesson.model().name(), report.after().sample()));
    return shown(pair, Wording.of(asked.locale()));
  }

  private WrittenPoem keep(Invocation asked, String model, Recital.Sample sample) {
    var request =
        new WrittenPoem.Request(sample.seed(), sample.form(), Commission.USUAL_TEMPERATURE, "");
    return anthology.keep(
        asked.person().author(), asked.community(), request, sample.text(), model, clock.instant());
  }

  private Reply shown(Pair pair, Wording wording) {
    WrittenPoem before = pair.before();
    WrittenPoem after = pair.after();
    String text =
        wording.say(
            "ballot.text",
            before.request().seed(),
            before.model(),
            before.text(),
            after.model(),
            after.text());
    String both = before.id() + "-" + after.id() + "-";
    return Reply.open(text)
        .with(
            List.of(
                new Button(
                    wording.say("ballot.before", anthology.likes(before.id())), PATH, both + 1),
                new Button(
                    wording.say("ballot.after", anthology.likes(after.id())), PATH, both + 2)));
  }

  @Override
  public Description description() {
    return Description.pressed(PATH, Option.text("vote", true, LONGEST));
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    Matcher vote = VOTE.matcher(arguments.text("vote").strip());
    Optional<Pair> pair = vote.matches() ? pair(vote) : Optional.empty();
    if (pair.isEmpty()) {
      replies.say(Reply.discreet(wording.say("button.dead")));
      return Command.done();
    }
    boolean first = vote.group(3).equals("1");
    Author voter = invocation.person().author();
    WrittenPoem chosen = first ? pair.get().before() : pair.get().after();
    WrittenPoem other = first ? pair.get().after() : pair.get().before();
    anthology.prefer(chosen.id(), other.id(), voter, clock.instant());
    replies.replace(shown(pair.get(), wording));
    return Command.done();
  }

  private Optional<Pair> pair(Matcher vote) {
    Optional<WrittenPoem> before = anthology.find(Long.parseLong(vote.group(1)));
    Optional<WrittenPoem> after = anthology.find(Long.parseLong(vote.group(2)));
    return before.flatMap(b -> after.map(a -> new Pair(b, a)));
  }
}
