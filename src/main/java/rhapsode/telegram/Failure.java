package rhapsode.telegram;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Why Telegram did not do what it was asked.
 *
 * @param pause how long it wants to be left alone
 * @param movedTo the chat's new id, 0 if it has not moved
 * @param sentence for the log
 */
record Failure(Kind kind, Duration pause, long movedTo, String sentence) {
  private static final int SOME_TRIES = 10;

  /** By pauses of half a minute. */
  private static final int TRIES_IN_AN_HOUR = 120;

  /** What can be done about it. */
  enum Kind {
    /** Too many messages: wait as long as it says. */
    FLOOD(SOME_TRIES),
    /** Out of reach, so that nothing was sent: try again for as long as that lasts. */
    UNSENT(Integer.MAX_VALUE),
    /**
     * In trouble itself: try again; but a message that alone is the trouble keeps others waiting.
     */
    TROUBLE(TRIES_IN_AN_HOUR),
    /** The connection broke; what was sent by it has not arrived, in all likelihood. */
    BROKEN(SOME_TRIES),
    /** The group has become a supergroup. */
    MOVED(SOME_TRIES),
    /** It does not like the HTML. */
    UNPARSABLE(1),
    /** The message is already as it should be. */
    UNCHANGED(1),
    /** The person never started the bot, or has blocked it. */
    FORBIDDEN(1),
    /** The token is not known. */
    UNKNOWN_TOKEN(1),
    /** Nothing. */
    REFUSED(1);

    private final int tries;

    Kind(int tries) {
      this.tries = tries;
    }

    /** How often a message may fail so before it is given up. */
    int tries() {
      return tries;
    }
  }

  static Failure of(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof TelegramApiRequestException refused && refused.getApiResponse() != null) {
      return of(refused);
    }
    return plain(kind(cause), String.valueOf(cause.getMessage()));
  }

  private static Kind kind(Throwable cause) {
    if (cause instanceof Unanswered unanswered) {
      return unanswered.kind();
    }
    // A request that was sent, with no answer in time, may well have been done.
    boolean broken = cause instanceof IOException && !(cause instanceof SocketTimeoutException);
    return broken ? Kind.BROKEN : Kind.REFUSED;
  }

  private static Failure of(TelegramApiRequestException refused) {
    String said = refused.getApiResponse();
    int code = refused.getErrorCode() == null ? 0 : refused.getErrorCode();
    ResponseParameters parameters = refused.getParameters();
    if (code == 429) {
      long seconds =
          parameters == null || parameters.getRetryAfter() == null ? 1 : parameters.getRetryAfter();
      return new Failure(Kind.FLOOD, Duration.ofSeconds(seconds), 0, said);
    }
    if (parameters != null && parameters.getMigrateToChatId() != null) {
      return new Failure(Kind.MOVED, Duration.ZERO, parameters.getMigrateToChatId(), said);
    }
    return plain(kind(code, said.toLowerCase(Locale.ROOT)), said);
  }

  private static Kind kind(int code, String said) {
    if (code >= 500) {
      return Kind.TROUBLE;
    }
    return switch (code) {
      case 401, 404 -> Kind.UNKNOWN_TOKEN;
      case 403 -> Kind.FORBIDDEN;
      case 400 ->
          said.contains("can't parse entities")
              ? Kind.UNPARSABLE
              : said.contains("message is not modified") ? Kind.UNCHANGED : Kind.REFUSED;
      default -> Kind.REFUSED;
    };
  }

  private static Failure plain(Kind kind, String sentence) {
    return new Failure(kind, Duration.ZERO, 0, sentence);
  }
}
