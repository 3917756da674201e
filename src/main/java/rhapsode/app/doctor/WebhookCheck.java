package rhapsode.app.doctor;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import rhapsode.telegram.TelegramSettings.Webhook;

/**
 * Whether Telegram can call the webhook that is set, and only Telegram.
 *
 * @param token whether there is one
 * @param ownServer whether the Bot API server is one's own, which may call other addresses than
 *     Telegram's does
 */
public record WebhookCheck(boolean token, Optional<Webhook> webhook, boolean ownServer)
    implements Check {
  private static final Set<Integer> PORTS_TELEGRAM_CALLS = Set.of(-1, 443, 80, 88, 8443);

  /** The one in the example is shorter too. */
  private static final int SHORTEST_SECRET = 16;

  @Override
  public String name() {
    return "Telegram webhook";
  }

  @Override
  public Finding look() {
    if (!token || webhook.isEmpty()) {
      return Finding.off(
          name(), token ? "None: the bot fetches its updates." : "There is no token.");
    }
    Webhook set = webhook.get();
    Optional<Finding> amiss = ownServer ? Optional.empty() : address(set.address());
    return amiss.or(() -> port(set)).or(() -> secret(set)).orElseGet(() -> well(set));
  }

  private Finding well(Webhook set) {
    return Finding.ok(
        name(),
        "Telegram calls %s; the bot listens on %s:%d."
            .formatted(set.address().getHost(), set.host(), set.port()));
  }

  private Optional<Finding> address(URI address) {
    if (!"https".equals(address.getScheme())) {
      return fault(
          "Telegram calls https addresses only.", "Begin telegram.webhook.address with https://.");
    }
    if (isOfThisMachine(address.getHost())) {
      return fault(
          "Telegram cannot call " + address.getHost() + ", which every machine calls itself.",
          "Write the address that the internet knows this machine by as telegram.webhook.address.");
    }
    if (!PORTS_TELEGRAM_CALLS.contains(address.getPort())) {
      return fault(
          "Telegram does not call port " + address.getPort() + ".",
          "Take port 443, 80, 88 or 8443 in telegram.webhook.address.");
    }
    return Optional.empty();
  }

  private static boolean isOfThisMachine(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private Optional<Finding> port(Webhook set) {
    return set.port() != 0
        ? Optional.empty()
        : warning(
            "The bot listens on another port at each start.",
            "Set telegram.webhook.port to the one that the address leads to.");
  }

  private Optional<Finding> secret(Webhook set) {
    return set.secret().length() >= SHORTEST_SECRET
        ? Optional.empty()
        : warning(
            "The secret can be guessed, and whoever knows it can speak as anybody.",
            "Write %d random letters or more as telegram.webhook.secret."
                .formatted(SHORTEST_SECRET));
  }

  private Optional<Finding> warning(String sentence, String remedy) {
    return Optional.of(Finding.warning(name(), sentence, remedy));
  }

  private Optional<Finding> fault(String sentence, String remedy) {
    return Optional.of(Finding.fault(name(), sentence, remedy));
  }
}
