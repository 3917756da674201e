package rhapsode.community;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import rhapsode.community.Deed.Kind;

/**
 * What moderators do: look at poems that wait, decide about them once, and ban or trust authors.
 * Whether somebody is a moderator is for the caller to know. Thread-safe; every method blocks on
 * the store and throws its unchecked exception when the database cannot be used.
 */
public final class Moderation {
  private final PoemStore poems;
  private final Standings standings;
  private final InstantSource clock;

  public Moderation(PoemStore poems, Standings standings, InstantSource clock) {
    this.poems = poems;
    this.standings = standings;
    this.clock = clock;
  }

  /** The poem that has waited longest. */
  public Optional<SubmittedPoem> next() {
    return poems.firstPending();
  }

  /** How many poems wait. */
  public int waiting() {
    return poems.count(PoemStatus.PENDING);
  }

  public Optional<SubmittedPoem> find(long poem) {
    return poems.find(poem);
  }

  public Standing standing(SubmittedPoem poem) {
    return standings.of(poem.author());
  }

  /** What moderators did, the latest first. */
  public List<Deed> deeds(int most) {
    return standings.deeds(most);
  }

  /** Lets a poem in that waits. */
  public Ruling approve(long poem, Author moderator) {
    return decide(poem, PoemStatus.APPROVED, moderator, "");
  }

  /**
   * Refuses a poem that waits.
   *
   * @param reason for its author: a {@link Reason}'s key or one's own words
   */
  public Ruling reject(long poem, Author moderator, String reason) {
    return decide(poem, PoemStatus.REJECTED, moderator, reason);
  }

  private Ruling decide(long poem, PoemStatus verdict, Author moderator, String reason) {
    boolean decided = poems.decide(poem, new Decision(verdict, moderator, reason, clock.instant()));
    return ruling(poem, decided);
  }

  private Ruling ruling(long poem, boolean done) {
    return poems
        .find(poem)
        .<Ruling>map(stands -> done ? new Ruling.Done(stands) : new Ruling.Settled(stands))
        .orElseGet(Ruling.Unknown::new);
  }

  /** Lets the author of a poem give no more, and refuses what they gave that waits. */
  public Ruling ban(long poem, Author moderator) {
    Ruling ruling = change(poem, Kind.BANNED, moderator);
    // Also if they were banned before: a poem may have come in between.
    poems.find(poem).stream()
        .flatMap(known -> poems.byAuthor(known.author()).stream())
        .filter(given -> given.status() == PoemStatus.PENDING)
        .forEach(waits -> reject(waits.id(), moderator, Reason.BANNED.key()));
    return ruling;
  }

  /** Trusts the author of a poem. */
  public Ruling trust(long poem, Author moderator) {
    return change(poem, Kind.TRUSTED, moderator);
  }

  /** Takes a ban or a trust back. */
  public Ruling pardon(long poem, Author moderator) {
    return change(poem, Kind.PARDONED, moderator);
  }

  private Ruling change(long poem, Kind kind, Author moderator) {
    boolean changed =
        poems
            .find(poem)
            .filter(
                known ->
                    standings.change(
                        known.author(), new Deed(kind, poem, moderator, "", clock.instant())))
            .isPresent();
    return ruling(poem, changed);
  }
}
