package rhapsode.chat;

/** Who may use a command. Checked by the {@link Router} at every invocation, never cached. */
public enum Audience {
  EVERYONE(Rank.MEMBER),
  /** Those whom the operator lets look at the community's poems, and owners. */
  MODERATORS(Rank.MODERATOR),
  /** Those who run this bot; no rank on a platform stands in for it. */
  OWNERS(Rank.OWNER);

  private final Rank least;

  Audience(Rank least) {
    this.least = least;
  }

  public boolean includes(Person person) {
    return person.rank().isAtLeast(least);
  }
}
