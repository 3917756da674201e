package rhapsode.chat;

/**
 * Something the bot says.
 *
 * @param text plain text with line breaks; adapters escape and split it
 * @param footer shown smaller; may be empty
 * @param discreet for the asker's eyes only, where the platform can do that: errors, consent, own
 *     data
 */
public record Reply(String text, String footer, boolean discreet) {
  public static Reply open(String text) {
    return new Reply(text, "", false);
  }

  public static Reply discreet(String text) {
    return new Reply(text, "", true);
  }
}
