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
  private final InstantSource clock;
  private final Conditions conditions;
  private final ReentrantLock entering = new ReentrantLock();

  /** Takes whatever is a poem. */
  public Submissions(PoemStore store, InstantSource clock) {
    this(store, clock, Conditions.NONE);
  }

  /** Takes poems on some conditions. */
  public Submissions(PoemStore store, InstantSource clock, Conditions conditions) {
    this.store = store;
    this.clock = clock;
    this.conditions = conditions;
  }

  /**
   * Cleans a poem, checks it and stores it.
   *
   * @param byOwner an owner's poem needs no moderator: it enters {@link PoemStatus#APPROVED}, all
   *     others {@link PoemStatus#PENDING}
   * @return the stored poem, or why it was not taken
   */
  public Receipt submit(Draft draft, boolean byOwner) {
    String title = PoemText.cleanTitle(draft.title());
    String text = PoemText.clean(draft.text());
    Optional<Phrase> fault =
        TextRules.faultOf(title, text)
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
            byOwner ? PoemStatus.APPROVED : PoemStatus.PENDING),
        byOwner,
        now);
  }

  /** An author's poems that were not withdrawn, newest first. */
  public List<SubmittedPoem> mine(Author author) {
    return store.byAuthor(author);
  }

  /** The poem that has waited longest for a moderator. */
  public Optional<SubmittedPoem> firstPending() {
    return store.firstPending();
  }

  /**
   * Approves or rejects a poem that waits.
   *
   * @param approved whether it may be used as far as its consent goes
   * @return empty if it was decided now; otherwise what was decided before, or that it was taken
   *     back, as the poem's present status
   */
  public Optional<PoemStatus> decide(long id, boolean approved, Author moderator, String reason) {
    PoemStatus verdict = approved ? PoemStatus.APPROVED : PoemStatus.REJECTED;
    if (store.decide(id, new Decision(verdict, moderator, reason, clock.instant()))) {
      return Optional.empty();
    }
    return Optional.of(store.find(id).map(SubmittedPoem::status).orElse(PoemStatus.WITHDRAWN));
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
