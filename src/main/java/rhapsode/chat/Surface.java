package rhapsode.chat;

/** How a command is given. */
public enum Surface {
  /** Typed, and listed: platforms register it, help explains it. */
  TYPED,
  /** By a {@link Button}; in the console it can be typed too. */
  PRESSED
}
