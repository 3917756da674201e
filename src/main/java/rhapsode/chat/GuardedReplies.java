package rhapsode.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies that never throw: a platform that is out of reach must not break off a training that
 * reports to it. Thread-safe.
 */
record GuardedReplies(Replies replies) implements Replies {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedReplies.class);

  @Override
  public void say(Reply reply) {
    guarded(() -> replies.say(reply));
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

  private static void guarded(Runnable delivery) {
    try {
      delivery.run();
    } catch (RuntimeException e) {
      LOG.warn("A reply could not be delivered", e);
    }
  }
}
