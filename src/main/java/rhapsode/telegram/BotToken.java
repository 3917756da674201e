package rhapsode.telegram;

/**
 * The secret by which Telegram knows the bot. It is part of every address that is called, so it is
 * put there last ({@link Disguise}) and never shown.
 *
 * @param value as BotFather gives it: {@code 123456:letters}
 */
public record BotToken(String value) {
  public BotToken {
    if (!value.matches("\\d{1,20}:[A-Za-z0-9_-]{20,100}")) {
      throw new IllegalArgumentException(
          "a Telegram token is a number, a colon and at least 20 letters, as @BotFather gives it");
    }
  }

  @Override
  public String toString() {
    return "<token>";
  }
}
