package rhapsode.telegram;

import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Tells Telegram where to deliver updates, until it has taken that. Thread-safe.
 *
 * @param health is told how it stands
 */
record WebhookRegistration(
    Api api, TelegramSettings.Webhook webhook, Health health, Retries retries) {
  private static final int CONNECTIONS = 40;

  /** Begins, and returns at once. */
  void run() {
    run(0);
  }

  private void run(int failures) {
    SetWebhook set =
        SetWebhook.builder()
            .url(webhook.address().toString())
            .secretToken(webhook.secret())
            .allowedUpdates(Events.KINDS)
            .maxConnections(CONNECTIONS)
            .build();
    api.call(set)
        .whenComplete(
            (done, thrown) -> {
              if (thrown == null) {
                health.isWell("Telegram: connected, by webhook.");
              } else {
                Failure failure = Failure.of(thrown);
                health.is("Telegram: the webhook was not taken: " + failure.sentence());
                retries.after(failures, failure, () -> run(failures + 1));
              }
            });
  }
}
