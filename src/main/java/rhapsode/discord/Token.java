package rhapsode.discord;

/** A bot's token: a secret that never shows itself. Immutable. */
public final class Token {
  private final String value;

  /**
   * Takes a token as it was copied from Discord's developer portal; blanks around it do not matter.
   *
   * @throws IllegalArgumentException if it cannot be one; the message does not repeat it
   */
  public Token(String value) {
    this.value = value.strip();
    if (!this.value.matches("[!-~]+")) {
      throw new IllegalArgumentException("a Discord token is one word without blanks");
    }
  }

  String value() {
    return value;
  }

  /** Says that there is one, and nothing of it. */
  @Override
  public String toString() {
    return "(hidden)";
  }
}
