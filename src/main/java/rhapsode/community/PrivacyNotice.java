package rhapsode.community;

/** The answer to {@code /privacy}: what is stored, why, and how to take it back. */
public final class PrivacyNotice {
  private static final String TEXT =
      """
      What Rhapsode stores, and why

      Only what you give with a command. It reads and keeps no other message.

      When you give a poem, it stores the poem and its title; your id and your name on this \
      platform, so that you can find your poems, take them back and, if you allow it, be named; \
      where and when you gave it; and what you allowed (training, display, attribution), when, and \
      which consent text you saw. A moderator may read it before it is used. It is used for what you \
      allowed and nothing else, and it is passed on to nobody.

      When you ask for a poem, it stores what you asked for, the poem and your id, so that the \
      buttons below it work; who asked for a poem can delete it. After 90 days it is erased, unless \
      somebody likes it.

      How to take a poem back

      /poems mine (on Telegram /mypoems) lists your poems with their numbers; /poems withdraw (on \
      Telegram /withdraw) with a number takes one back. Its text, its title and your name are removed \
      at once: from then on it is neither shown nor learned from. The model that has learned from it \
      forgets it at its next training, which starts again from a model that never saw it.

      What remains is the poem's number, your id, and the record of what you had allowed and when you \
      took it back. Traces in the database's file go when the bot next stops, those in backups when \
      the backups are replaced.\
      """;

  private PrivacyNotice() {}

  /** Plain words, without markup, paragraphs separated by a blank line; under 2000 characters. */
  public static String text() {
    return TEXT;
  }
}
