package rhapsode.community;

/**
 * Who gave a poem.
 *
 * @param platform where they are known: {@code console}, {@code discord}, {@code telegram}
 * @param id the platform's own unchangeable id; authority always goes by it, never by the name
 * @param name how they are shown; may be empty
 */
public record Author(String platform, String id, String name) {
  /** The id of everybody whose data was erased; no platform gives it to anybody. */
  public static final String ERASED = "erased";

  public Author {
    if (platform.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("an author has a platform and an id");
    }
  }

  /** Whether both are the same person: the same id on the same platform, whatever their names. */
  public boolean isSamePerson(Author other) {
    return platform.equals(other.platform) && id.equals(other.id);
  }
}
