package rhapsode.chat.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Reply;
import rhapsode.community.Gallery;
import rhapsode.community.ShownPoem;
import rhapsode.community.SubmittedPoem;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** The poems of a community: {@code /poems top}, {@code /poems random}, and their buttons. */
final class GalleryCommands {
  private static final int LISTED = 10;
  private static final int LONGEST_NAME = 60;

  private GalleryCommands() {}

  /** All four. */
  static List<Command> all(Gallery gallery) {
    return List.of(top(gallery), random(gallery), show(gallery), like(gallery));
  }

  private static Command top(Gallery gallery) {
    return new PlainCommand(
        Description.open("poems top"),
        (invocation, arguments, replies) -> {
          List<ShownPoem> best = gallery.best(invocation.place(), LISTED);
          Wording wording = Wording.of(invocation.locale());
          replies.say(best.isEmpty() ? none(wording) : list(best, wording));
        });
  }

  private static Command random(Gallery gallery) {
    return new PlainCommand(
        Description.open("poems random"),
        (invocation, arguments, replies) -> {
          Wording wording = Wording.of(invocation.locale());
          replies.say(
              gallery
                  .any(invocation.place())
                  .map(poem -> shown(poem, wording))
                  .orElseGet(() -> none(wording)));
        });
  }

  private static Command show(Gallery gallery) {
    return new PlainCommand(
        pressed("poems show"),
        (invocation, arguments, replies) ->
            replies.say(
                shown(gallery.find(arguments.whole("number"), invocation.place()), invocation)));
  }

  private static Command like(Gallery gallery) {
    return new PlainCommand(
        pressed("poems like"),
        (invocation, arguments, replies) -> {
          Optional<ShownPoem> poem =
              gallery.like(
                  arguments.whole("number"), invocation.place(), invocation.person().author());
          Reply reply = shown(poem, invocation);
          if (poem.isPresent()) {
            replies.replace(reply);
          } else {
            replies.remove(); // Its author took it back: no copy of it stays in the chat.
            replies.say(reply);
          }
        });
  }

  private static Description pressed(String path) {
    return Description.pressed(path, Option.whole("number", true, 1, Long.MAX_VALUE));
  }

  private static Reply none(Wording wording) {
    return Reply.discreet(wording.say("gallery.none"));
  }

  private static Reply list(List<ShownPoem> poems, Wording wording) {
    String lines =
        poems.stream().map(poem -> wording.say(line(poem))).collect(Collectors.joining("\n"));
    List<Button> buttons =
        poems.stream()
            .map(
                poem ->
                    new Button(
                        wording.say("button.read", poem.id()),
                        "poems show",
                        String.valueOf(poem.id())))
            .toList();
    return Reply.open(wording.say("gallery.top", lines)).with(buttons);
  }

  private static Phrase line(ShownPoem poem) {
    String name = SubmittedPoem.name(poem.title(), poem.text(), LONGEST_NAME);
    return poem.author().isEmpty()
        ? Phrase.of("gallery.line", poem.likes(), poem.id(), name)
        : Phrase.of("gallery.line-by", poem.likes(), poem.id(), name, poem.author());
  }

  private static Reply shown(Optional<ShownPoem> poem, Invocation invocation) {
    Wording wording = Wording.of(invocation.locale());
    return poem.map(found -> shown(found, wording))
        .orElseGet(() -> Reply.discreet(wording.say("gallery.gone")));
  }

  private static Reply shown(ShownPoem poem, Wording wording) {
    String text = poem.title().isEmpty() ? poem.text() : poem.title() + "\n\n" + poem.text();
    String footer =
        poem.author().isEmpty()
            ? wording.say("gallery.footer", poem.id())
            : wording.say("gallery.footer-by", poem.id(), poem.author());
    String label =
        poem.likes() == 0 ? wording.say("button.like") : wording.say("button.liked", poem.likes());
    var like = new Button(label, "poems like", String.valueOf(poem.id()));
    return Reply.open(text).footed(footer).with(List.of(like));
  }
}
