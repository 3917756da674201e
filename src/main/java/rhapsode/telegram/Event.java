package rhapsode.telegram;

/** What happened on Telegram, as far as it concerns the bot. */
sealed interface Event {
  /** Events of one key are handled in order. */
  String key();

  /**
   * Somebody wrote something.
   *
   * @param answer whether it is a reply to one of the bot's messages
   */
  record Said(Scene scene, String text, boolean answer) implements Event {
    @Override
    public String key() {
      return "chat " + scene.place().chat();
    }
  }

  /**
   * Somebody pressed a button.
   *
   * @param scene with the message that the button is below
   * @param photo whether that message is a picture
   * @param query to be answered within seconds
   * @param data the button's id; empty if that message has no such button
   */
  record Pressed(Scene scene, boolean photo, String query, String data) implements Event {
    @Override
    public String key() {
      return "chat " + scene.place().chat();
    }
  }

  /**
   * Somebody types behind the bot's name, in any chat.
   *
   * @param scene in private, as the chat is not told
   */
  record Typing(Scene scene, String query, String text) implements Event {
    @Override
    public String key() {
      return "inline " + scene.user();
    }
  }

  /** A group goes on under another id. */
  record Moved(long from, long to) implements Event {
    @Override
    public String key() {
      return "chat " + from;
    }
  }
}
