package rhapsode.chat;

/**
 * A value that somebody may mean.
 *
 * @param label as it is shown
 * @param value as it is given
 */
public record Suggestion(String label, String value) {
  public static Suggestion of(String value) {
    return new Suggestion(value, value);
  }
}
