package rhapsode.community;

/**
 * A poem on its way into the store.
 *
 * @param community where it was given: a Discord server's or a chat's id, {@code console} for the
 *     terminal
 * @param title at most {@value #LONGEST_TITLE} characters, may be empty
 * @param text not blank, at most {@value #LONGEST_TEXT} characters
 * @param status how it enters: {@link PoemStatus#APPROVED} when an owner gives it, otherwise {@link
 *     PoemStatus#PENDING}; never {@link PoemStatus#WITHDRAWN}
 */
public record Submission(
    Author author,
    String community,
    String title,
    String text,
    Consent consent,
    PoemStatus status) {
  /** Characters (UTF-16 units, as the platforms and the store count) of the longest title. */
  public static final int LONGEST_TITLE = 100;

  /** Characters (UTF-16 units, as the platforms and the store count) of the longest text. */
  public static final int LONGEST_TEXT = 4000;

  public Submission {
    if (title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title of " + title.length() + " characters");
    }
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters");
    }
    if (status == PoemStatus.WITHDRAWN) {
      throw new IllegalArgumentException("a poem cannot enter withdrawn");
    }
  }
}
