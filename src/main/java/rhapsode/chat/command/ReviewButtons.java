package rhapsode.chat.command;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Person;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Author;
import rhapsode.community.Moderation;
import rhapsode.community.Reason;
import rhapsode.community.Ruling;
import rhapsode.community.SubmittedPoem;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * What a moderator presses below a poem that waits. Whether they still are one is checked at each
 * press, and whether the poem still waits by the store, so of two moderators one decides.
 */
final class ReviewButtons {
  private interface Press {
    void of(String argument, Invocation invocation, Replies replies);
  }

  private interface Ruler {
    Ruling on(Moderation moderation, long poem, Author moderator);
  }

  private static final int LONGEST_CASE = 40;

  private ReviewButtons() {}

  private static Command button(Option option, String path, Press press) {
    return new PlainCommand(
        Description.pressed(path, option).discreetly().to(Audience.MODERATORS),
        (invocation, arguments, replies) ->
            press.of(arguments.text(option.name()).strip(), invocation, replies));
  }

  private static Option number() {
    return Option.whole("number", true, 1, 1_000_000_000_000L);
  }

  private static Command ruling(Reviews reviews, String path, String done, Ruler ruler) {
    return button(
        number(),
        path,
        (argument, invocation, replies) -> {
          long poem = Long.parseLong(argument);
          Person moderator = invocation.person();
          Ruling ruling = ruler.on(reviews.moderation(), poem, moderator.author());
          Phrase said = Phrase.of(done, poem, moderator.name());
          replies.replace(reviews.told(said, ruling, poem, invocation.locale()));
        });
  }

  static Command approve(Reviews reviews) {
    return ruling(reviews, "approve", "review.approved", Moderation::approve);
  }

  static Command ban(Reviews reviews) {
    return ruling(reviews, "ban", "review.now-banned", Moderation::ban);
  }

  static Command trust(Reviews reviews) {
    return ruling(reviews, "trust", "review.now-trusted", Moderation::trust);
  }

  static Command pardon(Reviews reviews) {
    return ruling(reviews, "pardon", "review.now-neutral", Moderation::pardon);
  }

  /** Asks why. */
  static Command reject(Reviews reviews) {
    return card("reject", reviews, reviews::reasons);
  }

  /** Back from that question. */
  static Command back(Reviews reviews) {
    return card("back", reviews, reviews::card);
  }

  private static Command card(
      String path, Reviews reviews, BiFunction<SubmittedPoem, Locale, Reply> shown) {
    return button(
        number(),
        path,
        (argument, invocation, replies) ->
            replies.replace(reviews.shown(Long.parseLong(argument), invocation.locale(), shown)));
  }

  /** Refuses for one of the usual reasons. */
  static Command refuse(Reviews reviews) {
    return button(
        Option.text("case", true, LONGEST_CASE),
        "refuse",
        (argument, invocation, replies) ->
            replies.replace(
                Case.of(argument)
                    .map(given -> refused(reviews, given, invocation))
                    .orElseGet(
                        () -> Reply.discreet(Wording.of(invocation.locale()).say("button.dead")))));
  }

  private static Reply refused(Reviews reviews, Case given, Invocation invocation) {
    Person moderator = invocation.person();
    Ruling ruling =
        reviews.moderation().reject(given.poem(), moderator.author(), given.reason().key());
    Phrase done = Phrase.of("review.rejected", given.poem(), moderator.name());
    return reviews.told(done, ruling, given.poem(), invocation.locale());
  }

  /** A poem and why it is refused, as a button's argument has them. */
  private record Case(long poem, Reason reason) {
    static Optional<Case> of(String argument) {
      String[] parts = argument.split(Reviews.SEPARATOR, 2);
      return parts.length == 2 && parts[0].matches("\\d{1,13}")
          ? Reason.of(parts[1]).map(reason -> new Case(Long.parseLong(parts[0]), reason))
          : Optional.empty();
    }
  }

  /** Shows the next poem that waits; what was decided stays where it stands. */
  static Command next(Reviews reviews) {
    return button(
        number(),
        "next",
        (argument, invocation, replies) -> replies.say(reviews.next(invocation.locale())));
  }
}
