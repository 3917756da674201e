package rhapsode.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
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

  boolean tokenLives() {
    return clock.instant().isBefore(expiry);
  }

  CompletableFuture<Message> edit(String message, MessageCreateData letter) {
    var edit = MessageEditData.fromCreateData(letter);
    return hook.editMessageById(message, edit).submit();
  }

  CompletableFuture<Message> followUp(MessageCreateData letter, boolean ephemeral) {
    return hook.sendMessage(letter).setEphemeral(ephemeral).submit();
  }

  CompletableFuture<Void> delete(String message) {
    return hook.deleteMessageById(message).submit();
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
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    return cause instanceof ErrorResponseException e && e.getErrorResponse() == response;
  }
}
