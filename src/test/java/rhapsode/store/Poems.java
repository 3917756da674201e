package rhapsode.store;

import java.time.Instant;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** Poems for tests. */
final class Poems {
  static final Author ADA = new Author("console", "1", "Ada");
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Poems() {}

  static SubmittedPoem add(PoemStore store, String text) {
    Consent consent = new Consent(true, true, true, "2026-11", NOW);
    return store.add(new Submission(ADA, "here", "", text, consent, PoemStatus.APPROVED), NOW);
  }
}
