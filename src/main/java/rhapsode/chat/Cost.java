package rhapsode.chat;

/** What answering takes, by which {@link Manners} count how often somebody may ask. */
public enum Cost {
  /** A look at a table. */
  LITTLE,
  /** A poem: seconds of the network. */
  POEM
}
