package rhapsode.telegram;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How it stands with Telegram, in one sentence; watches the calls for updates. Each change is
 * logged once. Thread-safe.
 */
final class Health implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final int LONGEST_PAUSE_SECONDS = 300;

  private final InstantSource clock;
  private String sentence = "Telegram: connecting.";
  private Instant lastCall;
  private boolean well;
  private boolean refused;
  private int pauseSeconds;

  Health(InstantSource clock) {
    this.clock = clock;
    this.lastCall = clock.instant();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    called();
    try {
      Response response = chain.proceed(chain.request());
      answered(response);
      return response;
    } catch (IOException e) {
      if (!chain.call().isCanceled()) {
        is("Telegram: cannot be reached; trying again.");
      }
      throw e;
    }
  }

  private synchronized void called() {
    lastCall = clock.instant();
    pauseSeconds = 0;
  }

  private synchronized void answered(Response response) throws IOException {
    switch (response.code()) {
      case 200 -> isWell("Telegram: connected.");
      case 401, 404 -> refuse();
      case 409 -> is("Telegram: another program fetches this bot's updates (409); trying again.");
      case 429 -> {
        is("Telegram: asked to slow down; trying again.");
        pauseSeconds = pause(response.peekBody(4096).string());
      }
      default -> is("Telegram: answered with status " + response.code() + "; trying again.");
    }
  }

  private static int pause(String body) {
    var digits = Pattern.compile("\"retry_after\":\\s*(\\d{1,5})").matcher(body);
    return digits.find() ? Math.min(LONGEST_PAUSE_SECONDS, Integer.parseInt(digits.group(1))) : 1;
  }

  /** The token is not known: somebody has to mend that. */
  synchronized void refuse() {
    refused = true;
    is("Telegram: the token was refused; get a new one from @BotFather and restart.");
  }

  synchronized boolean isRefused() {
    return refused;
  }

  /** How long Telegram wants to be left alone. */
  synchronized int pauseSeconds() {
    return pauseSeconds;
  }

  /** When updates were asked for last. */
  synchronized Instant lastCall() {
    return lastCall;
  }

  /** People are not answered, or not yet. */
  synchronized void is(String state) {
    say(state, false);
  }

  /** People are answered. */
  synchronized void isWell(String state) {
    say(state, true);
  }

  private void say(String state, boolean well) {
    this.well = well;
    if (!state.equals(sentence)) {
      sentence = state;
      LOG.info(state);
    }
  }

  /** Whether people are answered. */
  synchronized boolean isWell() {
    return well;
  }

  synchronized String sentence() {
    return sentence;
  }
}
