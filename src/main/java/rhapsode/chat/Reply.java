package rhapsode.chat;

import java.util.List;
import java.util.Optional;

/**
 * Something the bot says.
 *
 * @param text plain text with line breaks; adapters escape and split it
 * @param footer shown smaller; may be empty
 * @param discreet for the asker's eyes only, where the platform can do that: errors, consent, own
 *     data
 * @param buttons what can be pressed below it
 * @param picture what is shown with it
 * @param attachment a file that comes with it
 */
public record Reply(
    String text,
    String footer,
    boolean discreet,
    List<Button> buttons,
    Optional<Picture> picture,
    Optional<Attachment> attachment) {
  public Reply {
    buttons = List.copyOf(buttons);
  }

  public static Reply open(String text) {
    return new Reply(text, "", false, List.of(), Optional.empty(), Optional.empty());
  }

  public static Reply discreet(String text) {
    return new Reply(text, "", true, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with something smaller below. */
  public Reply footed(String line) {
    return new Reply(text, line, discreet, buttons, picture, attachment);
  }

  /** The same with other buttons. */
  public Reply with(List<Button> others) {
    return new Reply(text, footer, discreet, others, picture, attachment);
  }

  /** The same with a picture. */
  public Reply with(Picture shown) {
    return new Reply(text, footer, discreet, buttons, Optional.of(shown), attachment);
  }

  /** The same with a file. */
  public Reply with(Attachment file) {
    return new Reply(text, footer, discreet, buttons, picture, Optional.of(file));
  }
}
