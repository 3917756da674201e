package rhapsode.telegram;

import java.net.URI;
import java.util.Optional;

/**
 * What an operator can set.
 *
 * @param apiUrl the Bot API server; usually {@link #PUBLIC_API}
 * @param staff whom it obeys
 * @param webhook where updates are delivered; empty if they are fetched
 * @param pace how fast messages may go out
 */
public record TelegramSettings(
    BotToken token, URI apiUrl, Staff staff, Optional<Webhook> webhook, Pace pace) {
  public static final URI PUBLIC_API = URI.create("https://api.telegram.org");

  public TelegramSettings {
    if (apiUrl.getHost() == null || !("" + apiUrl.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("telegram.api-url is an http or https address");
    }
  }

  /** The platform itself, long polling, the usual pace. */
  public static TelegramSettings usual(BotToken token, Staff staff) {
    return new TelegramSettings(token, PUBLIC_API, staff, Optional.empty(), Pace.USUAL);
  }

  /**
   * Where updates are delivered.
   *
   * @param address what Telegram calls, with https
   * @param host the name or number of the interface to listen on
   * @param port to listen on, 0 for any
   * @param secret comes with each delivery: 1 to 256 letters, digits, {@code _} and {@code -}
   */
  public record Webhook(URI address, String host, int port, String secret) {
    public Webhook {
      if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
        throw new IllegalArgumentException(
            "telegram.webhook.secret has 1 to 256 letters, digits, _ and -");
      }
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("telegram.webhook.port is 0 to 65535, not " + port);
      }
    }

    @Override
    public String toString() {
      return "Webhook[" + address + ", " + host + ":" + port + "]";
    }
  }

  /**
   * How fast messages may go out. Telegram's own limits are 1 a second in a chat, 20 a minute in a
   * group, about 30 a second in all; short bursts pass.
   *
   * @param burst messages that a chat may get at once
   * @param chat messages a second in a chat
   * @param group messages a minute in a group
   * @param all messages a second in all chats together
   */
  public record Pace(int burst, double chat, int group, int all) {
    public static final Pace USUAL = new Pace(3, 1, 20, 30);

    public Pace {
      if (burst < 1 || chat <= 0 || group < 1 || all < 1) {
        throw new IllegalArgumentException("a pace is positive");
      }
    }
  }
}
