package rhapsode.telegram;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.logging.LogContext;
import rhapsode.wording.Wording;

/** The replies to one invocation. Thread-safe. */
final class Answers implements Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /**
   * Who is answered.
   *
   * @param user Telegram's id, which is also that of the private chat
   * @param pressed the button that was pressed, or nothing
   */
  record Asker(Place place, long user, Locale locale, @Nullable Pressed pressed, String restart) {}

  /** A pressed button's message, and the answer that the press needs. */
  record Pressed(int message, boolean photo, Acknowledgement acknowledgement) {}

  private final Line line;
  private final Asker asker;
  private final Sender here;
  private final Progress progress;
  private final List<CompletableFuture<?>> deliveries = new ArrayList<>();
  private final CompletableFuture<Void> progressShown = new CompletableFuture<>();
  private boolean pointed;

  Answers(Line line, Asker asker, InstantSource clock) {
    this.line = line;
    this.asker = asker;
    this.here = new Sender(line, asker.place());
    this.progress = new Progress(here, clock);
  }

  /** Completes once it is seen that long work has begun and goes on. */
  CompletableFuture<Void> progressShown() {
    return progressShown;
  }

  /** Completes, always normally, when all that was said until now is delivered or given up. */
  synchronized CompletableFuture<Void> delivered() {
    return CompletableFuture.allOf(deliveries.toArray(CompletableFuture[]::new));
  }

  @Override
  public void say(Reply reply) {
    Pressed pressed = asker.pressed();
    boolean words = reply.buttons().isEmpty() && !hasFiles(reply);
    if (reply.discreet() && words && pressed != null) {
      String text = line.names().spoken(reply.text() + below(reply));
      track(pressed.acknowledgement().give(text, () -> send(reply)));
    } else {
      track(send(reply));
    }
  }

  /** A group gets twenty messages a minute, which are for those who wait their turn. */
  @Override
  public void sayAgain(Reply reply) {
    Pressed pressed = asker.pressed();
    if (!asker.place().group()) {
      say(reply);
    } else if (pressed != null) {
      String text = line.names().spoken(reply.text());
      track(pressed.acknowledgement().give(text, () -> CompletableFuture.completedFuture(null)));
    }
  }

  private CompletableFuture<Boolean> send(Reply reply) {
    return reply.discreet() && asker.place().group()
        ? discreetly(reply)
        : Whole.of(reply, line.names()).to(here);
  }

  private static boolean hasFiles(Reply reply) {
    return reply.picture().isPresent() || reply.attachment().isPresent();
  }

  private static String below(Reply reply) {
    return reply.footer().isEmpty() ? "" : "\n" + reply.footer();
  }

  /** In private, with a word in the group that says so. */
  private CompletableFuture<Boolean> discreetly(Reply reply) {
    var aside = new Sender(line, new Place(asker.user(), null, 0));
    Wording wording = Wording.of(asker.locale());
    return Whole.of(reply, line.names())
        .to(aside)
        .handle(
            (sent, thrown) -> {
              if (thrown == null) {
                return wording.say("telegram.private");
              }
              LOG.debug("Not told in private: {}", Failure.of(thrown).sentence());
              return wording.say("telegram.unreachable", line.deepLink(asker.restart()));
            })
        .thenCompose(this::point);
  }

  private synchronized CompletableFuture<Boolean> point(String sentence) {
    if (pointed) {
      return CompletableFuture.completedFuture(true);
    }
    pointed = true;
    return here.send(new Rendered(Texts.escaped(sentence), sentence), null).thenApply(sent -> true);
  }

  @Override
  public void progress(double fraction, String text) {
    CompletableFuture<Message> first = progress.show(line.names().spoken(text));
    if (fraction > 0) {
      first.whenComplete((sent, thrown) -> progressShown.complete(null));
    }
  }

  @Override
  public void replace(Reply reply) {
    Pressed pressed = asker.pressed();
    int longest = pressed != null && pressed.photo() ? Texts.LONGEST_CAPTION : Texts.LONGEST_TEXT;
    List<Rendered> pieces = Rendered.of(reply, line.names(), longest);
    if (pressed == null || pieces.size() != 1 || hasFiles(reply)) {
      say(reply);
      return;
    }
    InlineKeyboardMarkup keyboard = Rendered.keyboard(reply.buttons());
    CompletableFuture<Void> edited =
        pressed.photo()
            ? here.editCaption(pressed.message(), pieces.get(0), keyboard)
            : here.edit(pressed.message(), pieces.get(0), keyboard);
    track(
        edited
            .thenApply(done -> true)
            .exceptionallyCompose(thrown -> Whole.of(reply, line.names()).to(here)));
  }

  @Override
  public void remove() {
    Pressed pressed = asker.pressed();
    if (pressed != null) {
      // After 48 hours a message can no longer be deleted, but its buttons can.
      track(
          here.delete(pressed.message())
              .exceptionallyCompose(thrown -> here.removeKeyboard(pressed.message())));
    }
  }

  private synchronized void track(CompletableFuture<?> delivery) {
    LogContext context = LogContext.current();
    deliveries.removeIf(CompletableFuture::isDone);
    deliveries.add(
        delivery.handle(
            (sent, thrown) -> {
              if (thrown != null) {
                context.run(() -> givenUp(thrown));
              }
              return true;
            }));
  }

  private static void givenUp(Throwable thrown) {
    LOG.warn("A reply on Telegram was given up: {}", Failure.of(thrown).sentence());
  }
}
