package rhapsode.chat.command;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rhapsode.card.PoemCards;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Cost;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Picture;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.WrittenPoem;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** What can be done with a poem that the bot wrote, by the buttons below it. */
final class WrittenPoemCommand implements Command {
  /** What is done. */
  interface Deed {
    CompletableFuture<Void> with(WrittenPoem poem, Invocation invocation, Replies replies);
  }

  private final Writing writing;
  private final Description description;
  private final Deed deed;

  private WrittenPoemCommand(Writing writing, Description description, Deed deed) {
    this.writing = writing;
    this.description = description;
    this.deed = deed;
  }

  private static Description pressed(String path) {
    return Description.pressed(path, Option.whole("number", true, 1, Long.MAX_VALUE));
  }

  /** Writes one more of the same kind. */
  static Command another(Writing writing) {
    return new WrittenPoemCommand(
        writing,
        pressed("another").costing(Cost.POEM),
        (poem, invocation, replies) -> writing.write(invocation, poem.request(), false, replies));
  }

  /** Likes it, or no longer does. */
  static Command like(Writing writing, InstantSource clock) {
    return new WrittenPoemCommand(
        writing,
        pressed("like"),
        (poem, invocation, replies) -> {
          writing.anthology().like(poem.id(), invocation.person().author(), clock.instant());
          replies.replace(writing.show(poem, invocation.locale()));
          return Command.done();
        });
  }

  /** Shows how its lines keep the form. */
  static Command proof(Writing writing) {
    return new WrittenPoemCommand(
        writing,
        pressed("proof").discreetly(),
        (poem, invocation, replies) -> {
          replies.say(Reply.discreet(writing.proof(poem, invocation.locale())));
          return Command.done();
        });
  }

  /** Shows it as a typographic card. */
  static Command picture(Writing writing, PoemCards cards) {
    return new WrittenPoemCommand(
        writing,
        pressed("picture"),
        (poem, invocation, replies) ->
            CompletableFuture.supplyAsync(() -> cards.draw(writing.card(poem)))
                .thenAccept(
                    card ->
                        replies.say(Reply.open("").with(new Picture(card.png(), card.altText())))));
  }

  /** Erases it, for whoever asked for it and for owners. */
  static Command erase(Writing writing) {
    return new WrittenPoemCommand(
        writing,
        pressed("erase").discreetly(),
        (poem, invocation, replies) -> {
          boolean theirs = poem.asker().isSamePerson(invocation.person().author());
          if (theirs || invocation.person().owner()) {
            writing.anthology().erase(poem.id());
            replies.remove();
            replies.say(discreet(invocation, Phrase.of("poem.erased", poem.id())));
          } else {
            replies.say(discreet(invocation, Phrase.of("poem.not-theirs")));
          }
          return Command.done();
        });
  }

  private static Reply discreet(Invocation invocation, Phrase phrase) {
    return Reply.discreet(Wording.of(invocation.locale()).say(phrase));
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Optional<WrittenPoem> poem = writing.anthology().find(arguments.whole("number"));
    if (poem.isEmpty()) {
      replies.say(discreet(invocation, Phrase.of("poem.gone")));
      return Command.done();
    }
    return deed.with(poem.get(), invocation, replies);
  }
}
