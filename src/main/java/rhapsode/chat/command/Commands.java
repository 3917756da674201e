package rhapsode.chat.command;

import java.util.ArrayList;
import java.util.List;
import rhapsode.chat.Command;
import rhapsode.community.Submissions;
import rhapsode.learning.School;
import rhapsode.poem.Forms;
import rhapsode.poet.Moods;
import rhapsode.poet.Poet;

/** The registry: every command there is, in the order in which help lists them. */
public final class Commands {
  private Commands() {}

  public static List<Command> all(Poet poet, Forms forms, Submissions submissions, School school) {
    var commands = new ArrayList<Command>();
    commands.add(new PoemCommand(poet, forms, Moods.load(), school));
    commands.add(new FormsCommand(forms));
    commands.add(new SubmitCommand(submissions));
    commands.add(new MineCommand(submissions));
    commands.add(new WithdrawCommand(submissions));
    commands.add(new RetrainCommand(school));
    commands.add(new ModelStatusCommand(school));
    commands.add(new PrivacyCommand());
    commands.add(new HelpCommand(commands.stream().map(Command::description).toList()));
    return List.copyOf(commands);
  }
}
