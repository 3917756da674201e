package rhapsode.chat.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Deed;
import rhapsode.community.Moderation;
import rhapsode.community.Reason;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /audit}: which moderator decided what. */
final class AuditCommand implements Command {
  private static final int SHOWN = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Moderation moderation;

  AuditCommand(Moderation moderation) {
    this.moderation = moderation;
  }

  @Override
  public Description description() {
    return Description.discreet("audit").to(Audience.MODERATORS);
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    List<Deed> deeds = moderation.deeds(SHOWN);
    replies.say(
        Reply.discreet(
            deeds.isEmpty()
                ? wording.say("audit.none")
                : deeds.stream()
                    .map(deed -> line(deed, wording))
                    .collect(Collectors.joining("\n"))));
    return Command.done();
  }

  private static String line(Deed deed, Wording wording) {
    String line =
        wording.say(
            "audit.line",
            TIME.format(deed.at()),
            deed.poem(),
            done(deed.kind()),
            deed.moderator().platform(),
            deed.moderator().id());
    return deed.reason().isEmpty()
        ? line
        : line + ": " + Reason.told(deed.reason(), wording.locale());
  }

  private static Phrase done(Deed.Kind kind) {
    return switch (kind) {
      case APPROVED -> Phrase.of("poem.approved");
      case REJECTED -> Phrase.of("poem.rejected");
      case BANNED -> Phrase.of("audit.banned");
      case TRUSTED -> Phrase.of("audit.trusted");
      case PARDONED -> Phrase.of("audit.pardoned");
    };
  }
}
