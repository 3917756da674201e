package rhapsode.telegram;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What everything that talks to Telegram needs.
 *
 * @param timer short tasks only
 * @param bot its name
 * @param press until a press is acknowledged without words, if there are none before
 */
record Line(
    Api api,
    Outbox outbox,
    Names names,
    ScheduledExecutorService timer,
    String bot,
    Duration press) {
  /** An address that opens a private chat with the bot. */
  String deepLink(String payload) {
    return "https://t.me/" + bot + "?start=" + payload;
  }
}
