package rhapsode.chat;

/** What somebody may do beyond what everyone may; each rank may do what those before it may. */
public enum Rank {
  MEMBER,
  /** Looks at the community's poems. */
  MODERATOR,
  /** Runs this bot. */
  OWNER;

  /** Whether it is this one or a higher one. */
  public boolean isAtLeast(Rank other) {
    return compareTo(other) >= 0;
  }
}
