package rhapsode.community;

import java.util.List;
import java.util.Optional;

/**
 * What an author is shown before giving a poem. A published text never changes: what people agreed
 * to must stay readable, so a new wording is a new version beside the old ones.
 *
 * @param version year and month of the wording, such as {@code 2026-11}
 * @param text plain words, without markup, paragraphs separated by a blank line
 */
public record ConsentText(String version, String text) {
  private static final List<ConsentText> PUBLISHED =
      List.of(
          new ConsentText(
              "2026-11",
              """
              You are giving this poem to Rhapsode. Please give only a poem that you wrote yourself, \
              or one that is free for everybody to use.

              You decide what may be done with it, each separately:
              - Training: Rhapsode's own language model may learn from it. The model belongs to this \
              bot; your poem is not passed on to anybody else.
              - Display: it may be shown to others where this bot speaks.
              - Attribution: your name may stand beside it.
              What you do not allow is not done. With neither training nor display, the poem is not kept.

              You can take it back at any time, without a reason: /poems withdraw (on Telegram \
              /withdraw) and its number. Its text is then removed at once, and the model forgets it at \
              its next training. /privacy tells what is stored.\
              """));

  /** The text to show now. */
  public static ConsentText current() {
    return PUBLISHED.get(PUBLISHED.size() - 1);
  }

  /** The text of an earlier or the current version. */
  public static Optional<ConsentText> of(String version) {
    return PUBLISHED.stream().filter(text -> text.version.equals(version)).findFirst();
  }
}
