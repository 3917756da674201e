package rhapsode.community;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import rhapsode.community.Receipt.Accepted;
import rhapsode.community.Receipt.Refused;
import rhapsode.wording.Phrase;

/**
 * Takes poems from the community and gives them back: what stands behind {@code /poems submit},
 * {@code mine} and {@code withdraw}. Thread-safe; one instance for a store, or the same poem could
 * enter twice. Every method blocks on the store and throws its unchecked exception when the
 * database cannot be used.
 */
public final class Submissions {
  private final PoemStore store;
  private final Standings standings;
  private final boolean trustSkipsQueue;
  private final InstantSource clock;
  private final Conditions conditions;
  private final ReentrantLock entering = new ReentrantLock();

  /**
   * Takes poems into a store.
   *
   * @param trustSkipsQueue whether a trusted author's poem needs no moderator
   * @param conditions on which poems are taken
   */
  public Submissions(
      PoemStore store,
      Standings standings,
      boolean trustSkipsQueue,
      InstantSource clock,
      Conditions conditions) {
    this.store = store;
    this.standings = standings;
    this.trustSkipsQueue = trustSkipsQueue;
    this.clock = clock;
    this.conditions = conditions;
  }

  /**
   * Cleans a poem, checks it and stores it.
   *
   * @param byOwner an owner's poem needs no moderator: it enters {@link PoemStatus#APPROVED}, as a
   *     trusted author's may; all others {@link PoemStatus#PENDING}
   * @return the stored poem, or why it was not taken
   */
  public Receipt submit(Draft draft, boolean byOwner) {
    String title = PoemText.cleanTitle(draft.title());
    String text = PoemText.clean(draft.text());
    Standing standing = standings.of(draft.author());
    Optional<Phrase> fault =
        banned(standing)
            .or(() -> TextRules.faultOf(title, text))
            .or(() -> consentFault(draft.permission()))
            .or(() -> conditions.faultOf(title, text));
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    Instant now = clock.instant();
    return enter(
        new Submission(
            draft.author(),
            draft.community(),
            title,
            text,
            draft.permission().given(now),
            needsNoLook(standing, byOwner) ? PoemStatus.APPROVED : PoemStatus.PENDING),
        byOwner,
        now);
  }

  private boolean needsNoLook(Standing standing, boolean byOwner) {
    return byOwner || (trustSkipsQueue && standing == Standing.TRUSTED);
  }

  private static Optional<Phrase> banned(Standing standing) {
    return standing == Standing.BANNED ? Optional.of(Phrase.of("submit.banned")) : Optional.empty();
  }

  /** Why a poem was refused, as {@link Reason#told} reads it; empty if it was not. */
  public Optional<String> refusal(SubmittedPoem poem) {
    return poem.status() == PoemStatus.REJECTED
        ? store.decision(poem.id()).map(Decision::reason).filter(reason -> !reason.isEmpty())
        : Optional.empty();
  }

  /** An author's poems that were not withdrawn, newest first. */
  public List<SubmittedPoem> mine(Author author) {
    return store.byAuthor(author);
  }

  /**
   * Takes a poem back; its text is gone when this returns.
   *
   * @return false when the author has no such poem, or took it back before
   */
  public boolean withdraw(long id, Author author) {
    return store.withdraw(id, author, clock.instant());
  }

  /**
   * Takes back all of an author's poems.
   *
   * @return how many there were
   */
  public int withdrawAll(Author author) {
    return (int) mine(author).stream().filter(poem -> withdraw(poem.id(), author)).count();
  }

  private static Optional<Phrase> consentFault(Permission permission) {
    if (!permission.allowsAnything()) {
      return Optional.of(Phrase.of("submit.no-permission"));
    }
    if (!permission.version().equals(ConsentText.current().version())) {
      return Optional.of(Phrase.of("submit.consent-changed"));
    }
    return Optional.empty();
  }

  private Receipt enter(Submission submission, boolean byOwner, Instant now) {
    // Asking and adding must be one step, or two identical poems at once would both enter.
    entering.lock();
    try {
      if (store.holdsText(submission.text())) {
        return new Refused(Phrase.of("submit.twice"));
      }
      return conditions
          .faultOf(submission, byOwner, now)
          .<Receipt>map(Refused::new)
          .orElseGet(() -> new Accepted(store.add(submission, now)));
    } finally {
      entering.unlock();
    }
  }
}
