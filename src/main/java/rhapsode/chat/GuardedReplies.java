package rhapsode.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.logging.LogContext;

/**
 * Replies that never throw: a platform that is out of reach must not break off a training that
 * reports to it. What goes wrong is logged under the request, whatever thread replies. Thread-safe.
 */
record GuardedReplies(Replies replies, LogContext context) implements Replies {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedReplies.class);

  @Override
  public void say(Reply reply) {
    guarded(() -> replies.say(reply));
  }

  @Override
  public void sayAgain(Reply reply) {
    guarded(() -> replies.sayAgain(reply));
  }

  @Override
  public void progress(double fraction, String text) {
    guarded(() -> replies.progress(fraction, text));
  }

  @Override
  public void replace(Reply reply) {
    guarded(() -> replies.replace(reply));
  }

  @Override
  public void remove() {
    guarded(replies::remove);
  }

  private void guarded(Runnable delivery) {
    context.run(
        () -> {
          try {
            delivery.run();
          } catch (RuntimeException e) {
            LOG.warn("A reply could not be delivered", e);
          }
        });
  }
}
