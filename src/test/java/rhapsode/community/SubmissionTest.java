package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a caller may not do, whoever checks before. */
final class SubmissionTest {
  private static final Author ADA = new Author("console", "1", "Ada");
  private static final Consent CONSENT = new Consent(true, true, true, "2026-11", Instant.EPOCH);

  @Test
  void hasATextAndATitleOfBoundedLength() {
    refuses("", "", PoemStatus.PENDING);
    refuses("", " \n", PoemStatus.PENDING);
    refuses("", "x".repeat(Submission.LONGEST_TEXT + 1), PoemStatus.PENDING);
    refuses("x".repeat(Submission.LONGEST_TITLE + 1), "a moon", PoemStatus.PENDING);
  }

  @Test
  void doesNotEnterWithdrawn() {
    refuses("", "a moon", PoemStatus.WITHDRAWN);
  }

  @Test
  void anAuthorHasAnIdAndAPlatform() {
    assertThrows(IllegalArgumentException.class, () -> new Author("", "1", "Ada"));
    assertThrows(IllegalArgumentException.class, () -> new Author("console", " ", "Ada"));
  }

  @Test
  void aConsentNamesItsText() {
    assertThrows(
        IllegalArgumentException.class, () -> new Consent(true, true, true, "", Instant.EPOCH));
  }

  private static void refuses(String title, String text, PoemStatus status) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Submission(ADA, "here", title, text, CONSENT, status));
  }
}
