package rhapsode.chat;

/** Who may use a command. Checked by the {@link Router} at every invocation, never cached. */
public enum Audience {
  EVERYONE,
  /** Those who run this bot; no rank on a platform stands in for it. */
  OWNERS;

  public boolean includes(Person person) {
    return this == EVERYONE || person.owner();
  }
}
