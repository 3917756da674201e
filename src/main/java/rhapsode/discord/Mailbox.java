package rhapsode.discord;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * The ways by which an answer reaches somebody: with the interaction's token as long as it lives,
 * through the channel after that, and by direct message what is for their eyes only.
 *
 * @param user who asked, by id
 * @param expiry when the token dies
 */
record Mailbox(
    InteractionHook hook, MessageChannel channel, long user, Instant expiry, InstantSource clock) {
  /** Discord's name for the first answer, or for the message whose button was pressed. */
  static final String ORIGINAL = "@original";

  private static final int SERVER_TROUBLE = 500;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  boolean tokenLives() {
    return clock.instant().isBefore(expiry);
  }

  /** Tried again while the token lives: done twice it does no harm. */
  CompletableFuture<Message> edit(String message, MessageCreateData letter) {
    return insistently(() -> editing(message, letter));
  }

  /** Tried once, as what is soon out of date. */
  CompletableFuture<Message> editOnce(String message, MessageCreateData letter) {
    return editing(message, letter).submit();
  }

  private RestAction<Message> editing(String message, MessageCreateData letter) {
    return hook.editMessageById(message, MessageEditData.fromCreateData(letter));
  }

  /** Tried once: one that failed may have arrived all the same. */
  CompletableFuture<Message> followUp(MessageCreateData letter, boolean ephemeral) {
    return hook.sendMessage(letter).setEphemeral(ephemeral).submit();
  }

  /** Tried again while the token lives: done twice it does no harm. */
  CompletableFuture<Void> delete(String message) {
    return insistently(() -> hook.deleteMessageById(message));
  }

  private <T> CompletableFuture<T> insistently(Supplier<RestAction<T>> action) {
    return insistently(action, action.get().submit(), FIRST_PAUSE);
  }

  private <T> CompletableFuture<T> insistently(
      Supplier<RestAction<T>> action, CompletableFuture<T> tried, Duration pause) {
    return tried.exceptionallyCompose(
        fault -> {
          if (!tokenLives() || !isTrouble(fault)) {
            return tried;
          }
          Duration doubled = pause.multipliedBy(2);
          return insistently(
              action,
              action.get().submitAfter(pause.toMillis(), TimeUnit.MILLISECONDS),
              doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
        });
  }

  /** Past the token: to the channel, or for their eyes only. */
  CompletableFuture<Message> send(MessageCreateData letter, boolean ephemeral) {
    if (!ephemeral) {
      return attempt(() -> channel.sendMessage(letter).submit());
    }
    JDA jda = hook.getJDA();
    return jda.openPrivateChannelById(user)
        .submit()
        .thenCompose(direct -> direct.sendMessage(letter).submit());
  }

  CompletableFuture<Message> editSent(String message, MessageCreateData letter) {
    var edit = MessageEditData.fromCreateData(letter);
    return attempt(() -> channel.editMessageById(message, edit).submit());
  }

  CompletableFuture<Void> deleteSent(String message) {
    return attempt(() -> channel.deleteMessageById(message).submit());
  }

  private interface Attempt<T> {
    CompletableFuture<T> begin();
  }

  /** A channel that the bot cannot write to says so at once. */
  private static <T> CompletableFuture<T> attempt(Attempt<T> attempt) {
    try {
      return attempt.begin();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Whether a failure means that the token died before its time. */
  static boolean tokenIsDead(Throwable fault) {
    return is(fault, ErrorResponse.UNKNOWN_WEBHOOK)
        || is(fault, ErrorResponse.INVALID_WEBHOOK_TOKEN);
  }

  /** Whether a failure means that somebody deleted the message. */
  static boolean messageIsGone(Throwable fault) {
    return is(fault, ErrorResponse.UNKNOWN_MESSAGE);
  }

  private static boolean is(Throwable fault, ErrorResponse response) {
    return answer(fault).filter(e -> e.getErrorResponse() == response).isPresent();
  }

  /** Whether Discord could not be reached, or is in trouble itself. */
  private static boolean isTrouble(Throwable fault) {
    return answer(fault)
        .map(ErrorResponseException::getResponse)
        .filter(r -> r.getException() instanceof IOException || r.code >= SERVER_TROUBLE)
        .isPresent();
  }

  private static Optional<ErrorResponseException> answer(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    return cause instanceof ErrorResponseException e ? Optional.of(e) : Optional.empty();
  }
}
