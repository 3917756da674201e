package rhapsode.community;

/**
 * A poem on its way into the store.
 *
 * @param status how it enters: {@link PoemStatus#APPROVED} when an owner gives it, otherwise {@link
 *     PoemStatus#PENDING}
 */
public record Submission(
    Author author,
    String community,
    String title,
    String text,
    Consent consent,
    PoemStatus status) {
  public static final int LONGEST_TITLE = 100;
  public static final int LONGEST_TEXT = 4000;
}
