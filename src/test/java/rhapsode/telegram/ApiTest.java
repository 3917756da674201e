package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.Fault;

/** What is known of a call that has no answer: whether it may have arrived. */
class ApiTest {
  private static final Duration SOON = Duration.ofMillis(300);

  /** Takes connections, and says nothing. */
  private final ServerSocket silent;

  ApiTest() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
  }

  private static Failure.Kind failure(URI server) {
    var settings =
        new TelegramSettings(
            new BotToken(FakeTelegram.TOKEN),
            server,
            QuietLine.NOBODY,
            Optional.empty(),
            RunningBot.ANY);
    try (var api = new Api(settings, new Api.Patience(SOON, SOON))) {
      var call = api.call(new GetMe()).orTimeout(30, TimeUnit.SECONDS);
      return Failure.of(assertThrows(CompletionException.class, call::join)).kind();
    }
  }

  private URI silent(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + silent.getLocalPort());
  }

  @Test
  void whatTimesOutInTheHandshakeWasNotSent() {
    assertEquals(Failure.Kind.UNSENT, failure(silent("https")));
  }

  @Test
  void whatTimesOutAfterItWasSentMayHaveArrived() {
    assertEquals(Failure.Kind.REFUSED, failure(silent("http")));
  }

  @Test
  void whatNobodyListensForWasNotSent() throws IOException {
    URI nobody = silent("http");
    silent.close();
    assertEquals(Failure.Kind.UNSENT, failure(nobody));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aServerInTroubleDidNothing(int status) {
    try (var telegram = new FakeTelegram()) {
      telegram.fails("getMe", Fault.status(status));
      assertEquals(Failure.Kind.TROUBLE, failure(telegram.apiUrl()));
    }
  }

  @Test
  void aConnectionThatBreaksMayHaveCarriedIt() {
    try (var telegram = new FakeTelegram()) {
      telegram.fails("getMe", Fault.answerLost());
      assertEquals(Failure.Kind.BROKEN, failure(telegram.apiUrl()));
    }
  }
}
