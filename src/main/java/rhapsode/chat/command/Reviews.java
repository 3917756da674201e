package rhapsode.chat.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import rhapsode.chat.Button;
import rhapsode.chat.Reply;
import rhapsode.community.Moderation;
import rhapsode.community.PoemStatus;
import rhapsode.community.Reason;
import rhapsode.community.Ruling;
import rhapsode.community.Standing;
import rhapsode.community.SubmittedPoem;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * How poems are laid before moderators: a card with the poem, what its author allowed, and buttons;
 * once decided, one line in its place.
 *
 * @param moderation what the buttons do
 */
record Reviews(Moderation moderation) {
  /** Who gave a poem is shown as far as this, in characters. */
  private static final int LONGEST_NAME = 80;

  /** Separates the poem from the reason in a button's argument. */
  static final String SEPARATOR = "-";

  /** A poem as a card of the caller's kind, or that there is none of this number. */
  Reply shown(long number, Locale reader, BiFunction<SubmittedPoem, Locale, Reply> card) {
    return moderation
        .find(number)
        .map(poem -> card.apply(poem, reader))
        .orElseGet(() -> unknown(number, reader));
  }

  private static Reply unknown(long number, Locale reader) {
    return Reply.discreet(Wording.of(reader).say("review.unknown", number));
  }

  /** A card for a poem, with the buttons that fit how it stands. */
  Reply card(SubmittedPoem poem, Locale reader) {
    Wording wording = Wording.of(reader);
    var text = new ArrayList<String>();
    text.add(
        wording.say(
            "review.head", poem.id(), shortened(poem.author().name()), poem.author().platform()));
    if (!poem.title().isEmpty()) {
      text.add(poem.title());
    }
    text.add(poem.text());
    return Reply.discreet(String.join("\n\n", text))
        .footed(wording.say(footer(poem)))
        .with(buttons(poem, wording));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  private Phrase footer(SubmittedPoem poem) {
    return Phrase.of(
        "review.footer",
        Words.status(poem.status()),
        standing(moderation.standing(poem)),
        Words.yes(poem.consent().training()),
        Words.yes(poem.consent().display()),
        Words.yes(poem.consent().attribution()));
  }

  private static Phrase standing(Standing standing) {
    return switch (standing) {
      case BANNED -> Phrase.of("review.banned");
      case NEUTRAL -> Phrase.of("review.neutral");
      case TRUSTED -> Phrase.of("review.trusted");
    };
  }

  private List<Button> buttons(SubmittedPoem poem, Wording wording) {
    Standing standing = moderation.standing(poem);
    var buttons = new ArrayList<Button>();
    if (poem.status() == PoemStatus.PENDING) {
      buttons.add(button(wording, "approve", poem));
      buttons.add(button(wording, "reject", poem));
    }
    if (standing == Standing.NEUTRAL) {
      buttons.add(button(wording, "trust", poem));
      buttons.add(button(wording, "ban", poem));
    } else {
      buttons.add(button(wording, "pardon", poem));
    }
    return buttons;
  }

  private static Button button(Wording wording, String command, SubmittedPoem poem) {
    return new Button(wording.say("button." + command), command, String.valueOf(poem.id()));
  }

  /** The same card with a choice of reasons in place of the other buttons. */
  Reply reasons(SubmittedPoem poem, Locale reader) {
    Wording wording = Wording.of(reader);
    Stream<Button> reasons =
        Arrays.stream(Reason.values())
            .filter(reason -> reason != Reason.BANNED)
            .map(
                reason ->
                    new Button(
                        wording.say(reason.phrase()),
                        "refuse",
                        poem.id() + SEPARATOR + reason.word()));
    Stream<Button> back = Stream.of(button(wording, "back", poem));
    return card(poem, reader).with(Stream.concat(reasons, back).toList());
  }

  /** What a moderator's word came to. */
  Reply told(Phrase done, Ruling ruling, long number, Locale reader) {
    Wording wording = Wording.of(reader);
    if (ruling instanceof Ruling.Done) {
      return ended(wording.say(done), number, reader);
    }
    if (ruling instanceof Ruling.Settled settled) {
      String sentence =
          wording.say(
              "review.settled",
              number,
              Words.status(settled.poem().status()),
              standing(moderation.standing(settled.poem())));
      return ended(sentence, number, reader);
    }
    return unknown(number, reader);
  }

  /** One line in place of a card, and the way to the next. */
  private Reply ended(String sentence, long number, Locale reader) {
    int waiting = moderation.waiting();
    Reply line = Reply.discreet(sentence);
    return waiting == 0
        ? line
        : line.with(
            List.of(
                new Button(
                    Wording.of(reader).say("button.next", waiting),
                    "next",
                    String.valueOf(number))));
  }

  /** The card of the poem that has waited longest, or that none waits. */
  Reply next(Locale reader) {
    return moderation
        .next()
        .map(poem -> card(poem, reader))
        .orElseGet(() -> Reply.discreet(Wording.of(reader).say("review.none")));
  }
}
