package rhapsode.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.logging.LogContext;

/**
 * The answers to one interaction, sent one after another in the order in which they were given.
 * Never blocks; what cannot be delivered is logged. Thread-safe.
 */
final class DiscordReplies implements Replies {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordReplies.class);

  /** Discord lets about one edit a second through; fewer are as good. */
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(2);

  /** A message that the next words take the place of, and whether only the asker sees it. */
  private record Placeholder(String message, boolean ephemeral) {}

  private final Mailbox mailbox;
  private final Optional<String> pressed;
  private final boolean ephemeral;

  // Guarded by this.
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private Instant nextProgress = Instant.MIN;
  private boolean progressUnderWay;

  // Touched by one step after another only.
  private volatile Optional<Placeholder> placeholder;
  private volatile Optional<String> inChannel = Optional.empty();
  private volatile boolean tokenDied;

  private DiscordReplies(
      Mailbox mailbox,
      Optional<String> pressed,
      boolean ephemeral,
      Optional<Placeholder> placeholder) {
    this.mailbox = mailbox;
    this.pressed = pressed;
    this.ephemeral = ephemeral;
    this.placeholder = placeholder;
  }

  /** Answers in the place of "is thinking…". */
  static DiscordReplies awaited(Mailbox mailbox, boolean ephemeral) {
    var thinking = Optional.of(new Placeholder(Mailbox.ORIGINAL, ephemeral));
    return new DiscordReplies(mailbox, Optional.empty(), ephemeral, thinking);
  }

  /** Answers to a button, below the message that it belongs to. */
  static DiscordReplies pressed(Mailbox mailbox, String message, boolean ephemeral) {
    return new DiscordReplies(mailbox, Optional.of(message), ephemeral, Optional.empty());
  }

  @Override
  public void say(Reply reply) {
    then(() -> deliver(reply));
  }

  @Override
  public void progress(double fraction, String text) {
    Instant now = mailbox.clock().instant();
    synchronized (this) {
      if (progressUnderWay || now.isBefore(nextProgress)) {
        return;
      }
      progressUnderWay = true;
      nextProgress = now.plus(BETWEEN_PROGRESS);
    }
    then(() -> show(Letters.of(text)).whenComplete((done, fault) -> progressIsShown()));
  }

  private synchronized void progressIsShown() {
    progressUnderWay = false;
  }

  @Override
  public void replace(Reply reply) {
    if (pressed.isEmpty()) {
      say(reply);
      return;
    }
    then(() -> exchange(pressed.get(), reply));
  }

  @Override
  public void remove() {
    pressed.ifPresent(
        message ->
            then(
                () -> viaToken() ? mailbox.delete(Mailbox.ORIGINAL) : mailbox.deleteSent(message)));
  }

  /**
   * Nothing more will be said.
   *
   * @return completes when all is delivered
   */
  CompletableFuture<?> end() {
    then(
        () ->
            placeholder.isPresent() && viaToken()
                ? mailbox.delete(placeholder.get().message())
                : done());
    synchronized (this) {
      return last;
    }
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private synchronized void then(Supplier<CompletableFuture<?>> step) {
    LogContext context = LogContext.current();
    last =
        last.thenCompose(before -> context.call(step))
            .handle(
                (result, fault) -> {
                  if (fault != null) {
                    context.run(() -> LOG.warn("Discord: an answer could not be delivered", fault));
                  }
                  return true;
                });
  }

  private boolean viaToken() {
    return !tokenDied && mailbox.tokenLives();
  }

  /** Says a reply, the first message of it in the place of what is awaited. */
  private CompletableFuture<?> deliver(Reply reply) {
    List<MessageCreateData> letters = Letters.of(reply);
    CompletableFuture<?> sent = first(letters.get(0), reply.discreet());
    for (MessageCreateData letter : letters.subList(1, letters.size())) {
      sent = sent.thenCompose(before -> next(letter, reply.discreet()));
    }
    return sent;
  }

  private CompletableFuture<?> first(MessageCreateData letter, boolean discreet) {
    Optional<Placeholder> place = placeholder;
    placeholder = Optional.empty();
    if (place.isEmpty() || !viaToken()) {
      return next(letter, discreet);
    }
    String message = place.get().message();
    if (discreet && !place.get().ephemeral()) {
      // Who sees a message is settled when it begins: only a new one can be for one person.
      return mailbox
          .delete(message)
          .handle((deleted, fault) -> null)
          .thenCompose(deleted -> next(letter, true));
    }
    return edited(message, letter, discreet);
  }

  /** In a message's place as long as that goes, and else in a new one. */
  private CompletableFuture<Message> edited(
      String message, MessageCreateData letter, boolean discreet) {
    CompletableFuture<Message> edited = mailbox.edit(message, letter);
    return edited
        .handle(
            (sent, fault) -> {
              tokenDied |= fault != null && Mailbox.tokenIsDead(fault);
              boolean anew = fault != null && (!viaToken() || Mailbox.messageIsGone(fault));
              return anew ? next(letter, discreet) : edited;
            })
        .thenCompose(sent -> sent);
  }

  private CompletableFuture<Message> next(MessageCreateData letter, boolean discreet) {
    boolean hidden = discreet || ephemeral;
    return viaToken()
        ? orElse(mailbox.followUp(letter, hidden), () -> mailbox.send(letter, hidden))
        : mailbox.send(letter, hidden);
  }

  /** The other way, if a token died early or a message was deleted by somebody. */
  private <T> CompletableFuture<T> orElse(
      CompletableFuture<T> way, Supplier<CompletableFuture<T>> other) {
    return way.handle(
            (result, fault) -> {
              tokenDied |= fault != null && Mailbox.tokenIsDead(fault);
              boolean again = fault != null && (tokenDied || Mailbox.messageIsGone(fault));
              return again ? other.get() : way;
            })
        .thenCompose(sent -> sent);
  }

  /** Shows how far the work is, in one message that is kept up to date. */
  private CompletableFuture<?> show(MessageCreateData letter) {
    if (!viaToken()) {
      return showInChannel(letter);
    }
    if (placeholder.isPresent()) {
      return orElse(
          mailbox.editOnce(placeholder.get().message(), letter),
          () -> viaToken() ? begin(letter) : showInChannel(letter));
    }
    return begin(letter);
  }

  private CompletableFuture<Message> begin(MessageCreateData letter) {
    return mailbox
        .followUp(letter, ephemeral)
        .thenApply(
            message -> {
              placeholder = Optional.of(new Placeholder(message.getId(), ephemeral));
              return message;
            });
  }

  private CompletableFuture<Message> showInChannel(MessageCreateData letter) {
    if (ephemeral) {
      return CompletableFuture.completedFuture(null);
    }
    placeholder = Optional.empty();
    return inChannel
        .map(message -> mailbox.editSent(message, letter))
        .orElseGet(
            () ->
                mailbox
                    .send(letter, false)
                    .thenApply(
                        message -> {
                          inChannel = Optional.of(message.getId());
                          return message;
                        }));
  }

  /** Puts a reply in the place of a message, its first letter at least. */
  private CompletableFuture<?> exchange(String message, Reply reply) {
    List<MessageCreateData> letters = Letters.of(reply);
    MessageCreateData letter = letters.get(0);
    CompletableFuture<?> sent =
        viaToken()
            ? edited(Mailbox.ORIGINAL, letter, reply.discreet())
            : mailbox.editSent(message, letter);
    for (MessageCreateData more : letters.subList(1, letters.size())) {
      sent = sent.thenCompose(before -> next(more, reply.discreet()));
    }
    return sent;
  }
}
