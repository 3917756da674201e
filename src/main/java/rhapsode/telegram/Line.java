package rhapsode.telegram;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What everything that talks to Telegram needs.
 *
 * @param timer short tasks only
 */
record Line(Api api, Outbox outbox, Names names, ScheduledExecutorService timer, String bot) {
  /** An address that opens a private chat with the bot. */
  String deepLink(String payload) {
    return "https://t.me/" + bot + "?start=" + payload;
  }
}
