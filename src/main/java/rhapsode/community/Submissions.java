package rhapsode.community;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes poems from people, lists them and gives them back. Thread-safe. */
public final class Submissions {
  private static final int FEWEST_WORDS = 2;
  private static final double LEAST_LATIN = 0.5;

  private final PoemStore store;
  private final InstantSource clock;

  public Submissions(PoemStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a poem.
   *
   * @param title may be empty
   * @param owner whether it comes from an owner, whose poems need no moderator
   * @return accepted only once it is safely stored
   */
  public synchronized SubmissionResult submit(
      Author author,
      String community,
      String title,
      String text,
      Permissions permissions,
      boolean owner) {
    String cleanTitle = Texts.clean(title).replace('\n', ' ');
    String cleanText = Texts.clean(text);
    Optional<String> fault = fault(cleanTitle, cleanText, permissions);
    if (fault.isPresent()) {
      return new SubmissionResult.Refused(fault.get());
    }
    var consent =
        new Consent(
            permissions.training(),
            permissions.display(),
            permissions.attribution(),
            ConsentText.VERSION,
            clock.instant());
    var submission =
        new Submission(
            author,
            community,
            cleanTitle,
            cleanText,
            consent,
            owner ? PoemStatus.APPROVED : PoemStatus.PENDING);
    return new SubmissionResult.Accepted(store.add(submission, clock.instant()));
  }

  private Optional<String> fault(String title, String text, Permissions permissions) {
    if (Texts.length(title) > Submission.LONGEST_TITLE) {
      return Optional.of(
          "A title has at most %,d characters; yours has %,d."
              .formatted(Submission.LONGEST_TITLE, Texts.length(title)));
    }
    if (Texts.length(text) > Submission.LONGEST_TEXT) {
      return Optional.of(
          "A poem has at most %,d characters; yours has %,d. Give a part of it."
              .formatted(Submission.LONGEST_TEXT, Texts.length(text)));
    }
    if (Texts.words(text) < FEWEST_WORDS) {
      return Optional.of("A poem has at least two words; write a little more.");
    }
    if (Texts.latinShare(text) < LEAST_LATIN) {
      return Optional.of(
          "Rhapsode reads only the Latin alphabet so far; give a poem that is written in it.");
    }
    if (!permissions.training() && !permissions.display()) {
      return Optional.of(
          "You allowed neither training nor display, so there is nothing to keep the poem for;"
              + " allow at least one of them.");
    }
    return store.holdsText(text)
        ? Optional.of("This poem is here already; give another one.")
        : Optional.empty();
  }

  /** An author's poems, newest first. */
  public List<SubmittedPoem> mine(Author author) {
    return store.byAuthor(author);
  }

  /** Takes a poem back; false if this author has no such poem. */
  public boolean withdraw(Author author, long id) {
    return store.withdraw(id, author, clock.instant());
  }
}
