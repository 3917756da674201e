package rhapsode.chat.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rhapsode.card.PoemCards;
import rhapsode.chart.Charts;
import rhapsode.chat.Command;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.Vitals;
import rhapsode.community.Anthology;
import rhapsode.community.Census;
import rhapsode.community.Gallery;
import rhapsode.community.Moderation;
import rhapsode.community.MyData;
import rhapsode.community.Submissions;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.School;
import rhapsode.poem.Forms;
import rhapsode.poem.Prover;
import rhapsode.poet.Moods;
import rhapsode.poet.Poet;

/** The registry: every command there is, in the order in which help lists them. */
public final class Commands {
  private Commands() {}

  /** What commands work with. */
  public record Parts(
      Poet poet,
      Forms forms,
      Prover prover,
      Submissions submissions,
      Moderation moderation,
      Noticeboard noticeboard,
      Anthology anthology,
      Gallery gallery,
      MyData myData,
      School school,
      Optional<PoemCards> cards,
      Supplier<Vitals> vitals,
      Statistics statistics,
      InstantSource clock) {}

  /** What {@code /stats} tells of; without charts it is text alone. */
  public record Statistics(Census census, ModelHistory models, Optional<Charts> charts) {}

  /** All of them. */
  public static List<Command> all(Parts parts) {
    var writing =
        new Writing(
            parts.poet(),
            parts.forms(),
            Moods.load(),
            parts.prover(),
            parts.anthology(),
            parts.school(),
            parts.cards().isPresent(),
            parts.clock());
    var commands = new ArrayList<Command>();
    commands.add(new PoemCommand(writing));
    commands.add(WrittenPoemCommand.another(writing));
    commands.add(WrittenPoemCommand.like(writing, parts.clock()));
    commands.add(WrittenPoemCommand.proof(writing));
    parts.cards().ifPresent(c -> commands.add(WrittenPoemCommand.picture(writing, c)));
    commands.add(WrittenPoemCommand.erase(writing));
    commands.add(new FormsCommand(parts.forms()));
    var reviews = new Reviews(parts.moderation());
    commands.add(new SubmitCommand(parts.submissions(), reviews, parts.noticeboard()));
    commands.add(new MineCommand(parts.submissions()));
    commands.add(new WithdrawCommand(parts.submissions()));
    commands.addAll(GalleryCommands.all(parts.gallery()));
    commands.addAll(moderators(reviews));
    var ballot = new Ballot(parts.anthology(), parts.clock());
    commands.add(
        new RetrainCommand(parts.school(), new LessonReplies(parts.statistics().charts()), ballot));
    commands.add(ballot);
    commands.add(new ModelStatusCommand(parts.school()));
    commands.add(new ModelHistoryCommand(parts.school()));
    commands.add(new ModelRollbackCommand(parts.school()));
    commands.add(new StatusCommand(parts.vitals(), parts.moderation(), parts.school()));
    commands.addAll(MyDataCommands.all(parts.myData()));
    commands.add(new StatsCommand(parts.statistics(), parts.school(), parts.clock()));
    commands.add(new PrivacyCommand());
    commands.add(new HelpCommand(commands.stream().map(Command::description).toList()));
    return List.copyOf(commands);
  }

  private static List<Command> moderators(Reviews reviews) {
    return List.of(
        new ReviewCommand(reviews),
        new AuditCommand(reviews.moderation()),
        ReviewButtons.approve(reviews),
        ReviewButtons.reject(reviews),
        ReviewButtons.refuse(reviews),
        ReviewButtons.back(reviews),
        ReviewButtons.ban(reviews),
        ReviewButtons.trust(reviews),
        ReviewButtons.pardon(reviews),
        ReviewButtons.next(reviews));
  }
}
