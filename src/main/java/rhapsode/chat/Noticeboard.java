package rhapsode.chat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Where moderators are told what waits for them: adapters that have a channel for it hang it up
 * there. Thread-safe.
 */
public final class Noticeboard {
  /** Something to be told in the language of whoever reads there. */
  public interface Notice {
    Reply in(Locale reader);
  }

  private final List<Consumer<Notice>> channels = new CopyOnWriteArrayList<>();

  /**
   * Adds a channel.
   *
   * @param channel returns at once, and never throws
   */
  public void addChannel(Consumer<Notice> channel) {
    channels.add(channel);
  }

  /** Tells all channels. */
  public void post(Notice notice) {
    channels.forEach(channel -> channel.accept(notice));
  }
}
