package rhapsode.chat;

/** Where a command's answers go. Safe to use from any thread, also long after the invocation. */
public interface Replies {
  /** Says something. */
  void say(Reply reply);

  /**
   * Says what somebody has heard a moment ago, and asks for all the same. Where that takes
   * something from others, it may be left out.
   */
  default void sayAgain(Reply reply) {
    say(reply);
  }

  /**
   * Shows how far long work is: in one message that is kept up to date, where the platform can
   * edit.
   *
   * @param fraction of the work done, 0 to 1
   */
  void progress(double fraction, String text);

  /**
   * Puts something else in the place of the message whose button was pressed; where there is none,
   * or it cannot be changed, says it.
   */
  default void replace(Reply reply) {
    say(reply);
  }

  /** Takes the message whose button was pressed away, where there is one. */
  default void remove() {}
}
