package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static rhapsode.app.doctor.Looks.finds;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.telegram.TelegramSettings.Webhook;

class WebhookCheckTest {
  private static final String SECRET = "a-long-and-random-secret";
  private static final String ADDRESS = "https://bot.example.org/hook";

  private static WebhookCheck check(String address, int port, String secret, boolean ownServer) {
    var webhook = new Webhook(URI.create(address), "127.0.0.1", port, secret);
    return new WebhookCheck(true, Optional.of(webhook), ownServer);
  }

  @Test
  void oneThatTelegramCanCallIsFine() {
    finds(
        State.OK,
        check(ADDRESS, 9000, SECRET, false),
        "Telegram calls bot.example.org; the bot listens on 127.0.0.1:9000.");
  }

  @ParameterizedTest
  @CsvSource({
    "http://bot.example.org, https addresses only",
    "https://localhost, cannot call localhost",
    "https://127.0.0.1/hook, cannot call 127.0.0.1",
    "https://bot.example.org:9000, does not call port 9000"
  })
  void oneThatTelegramCannotCallIsAFaultUnlessTheServerIsOnesOwn(String address, String sentence) {
    finds(State.FAULT, check(address, 9000, SECRET, false), sentence);
    finds(State.OK, check(address, 9000, SECRET, true));
  }

  @Test
  void anyPortAndAnEasySecretAreWarnings() {
    finds(State.WARNING, check(ADDRESS, 0, SECRET, false), "telegram.webhook.port");
    WebhookCheck easy = check(ADDRESS, 9000, "change-me", false);
    finds(State.WARNING, easy, "can be guessed");
    assertFalse(easy.look().toString().contains("change-me"));
  }

  @Test
  void withoutOneOrWithoutATokenItIsOff() {
    finds(State.OFF, new WebhookCheck(true, Optional.empty(), false), "fetches");
    finds(State.OFF, new WebhookCheck(false, Optional.empty(), false), "no token");
  }
}
