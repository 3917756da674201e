package rhapsode.community;

/**
 * A submitted poem as others may see it, with nothing that its author did not allow.
 *
 * @param id the {@link SubmittedPoem}'s
 * @param title may be empty
 * @param text lines separated by {@code \n}, stanzas by a blank line
 * @param author the author's name if it may stand beside the poem and is known; else empty
 * @param likes how many like it
 */
public record ShownPoem(long id, String title, String text, String author, int likes) {
  /** A poem whose author allowed that it is shown. */
  public static ShownPoem of(SubmittedPoem poem, int likes) {
    if (poem.status() != PoemStatus.APPROVED || !poem.consent().display()) {
      throw new IllegalArgumentException("poem " + poem.id() + " is not to be shown");
    }
    String name = poem.consent().attribution() ? poem.author().name() : "";
    return new ShownPoem(poem.id(), poem.title(), poem.text(), name, likes);
  }
}
