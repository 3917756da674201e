package rhapsode.chat.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Author;
import rhapsode.community.Deed;
import rhapsode.community.Moderation;
import rhapsode.community.Ruling;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /review}: the poem that has waited longest, any poem by its number, or a word on one. */
final class ReviewCommand implements Command {
  /** What can be said about a poem or its author. */
  private enum Verdict {
    APPROVE("review.approved"),
    REJECT("review.rejected"),
    BAN("review.now-banned"),
    TRUST("review.now-trusted"),
    PARDON("review.now-neutral");

    private final String done;

    Verdict(String done) {
      this.done = done;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    Ruling on(long poem, Moderation moderation, Author moderator, String reason) {
      return switch (this) {
        case APPROVE -> moderation.approve(poem, moderator);
        case REJECT -> moderation.reject(poem, moderator, reason);
        case BAN -> moderation.ban(poem, moderator);
        case TRUST -> moderation.trust(poem, moderator);
        case PARDON -> moderation.pardon(poem, moderator);
      };
    }
  }

  private final Reviews reviews;

  ReviewCommand(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Description description() {
    return Description.discreet(
            "review",
            Option.whole("number", false, 1, 1_000_000_000_000L),
            Option.choice("verdict", Arrays.stream(Verdict.values()).map(Verdict::word).toList()),
            Option.text("reason", false, Deed.LONGEST_REASON))
        .to(Audience.MODERATORS);
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    replies.say(reply(invocation, arguments));
    return Command.done();
  }

  private Reply reply(Invocation invocation, Arguments arguments) {
    Locale reader = invocation.locale();
    Wording wording = Wording.of(reader);
    Optional<String> verdict = arguments.optional("verdict");
    if (arguments.optional("number").isEmpty()) {
      return verdict.isPresent()
          ? Reply.discreet(wording.say("review.which"))
          : reviews.next(reader);
    }
    long number = arguments.whole("number");
    if (verdict.isEmpty()) {
      return reviews.shown(number, reader, reviews::card);
    }
    Verdict given = Verdict.of(verdict.get());
    Author moderator = invocation.person().author();
    String reason = arguments.optional("reason").orElse("");
    Ruling ruling = given.on(number, reviews.moderation(), moderator, reason);
    return reviews.told(
        Phrase.of(given.done, number, invocation.person().name()), ruling, number, reader);
  }
}
