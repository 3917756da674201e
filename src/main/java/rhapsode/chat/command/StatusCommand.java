package rhapsode.chat.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import rhapsode.chat.Arguments;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Vitals;
import rhapsode.community.Moderation;
import rhapsode.learning.ModelStatus;
import rhapsode.learning.School;
import rhapsode.wording.Wording;

/** {@code /status}: how the bot stands, for those who run it. */
final class StatusCommand implements Command {
  private static final long MEGABYTE = 1_000_000;

  private final Supplier<Vitals> vitals;
  private final Moderation moderation;
  private final School school;

  StatusCommand(Supplier<Vitals> vitals, Moderation moderation, School school) {
    this.vitals = vitals;
    this.moderation = moderation;
    this.school = school;
  }

  @Override
  public Description description() {
    return Description.discreet("status").to(Audience.OWNERS);
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    List<String> lines = lines(vitals.get(), Wording.of(invocation.locale()));
    replies.say(Reply.discreet(String.join("\n", lines)));
    return Command.done();
  }

  private List<String> lines(Vitals now, Wording wording) {
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            "status.program",
            now.program(),
            now.uptime().toDays(),
            now.uptime().toHoursPart(),
            now.uptime().toMinutesPart()));
    lines.addAll(
        now.platforms().isEmpty() ? List.of(wording.say("status.no-platform")) : now.platforms());
    ModelStatus model = school.status();
    lines.add(wording.say("model.service", model.name(), model.description()));
    lines.add(wording.say("status.waiting", moderation.waiting()));
    lines.add(
        wording.say("status.memory", now.memoryUsed() / MEGABYTE, now.memoryLimit() / MEGABYTE));
    return lines;
  }
}
