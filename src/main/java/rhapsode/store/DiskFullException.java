package rhapsode.store;

/** There is no room for what was to be written; nothing stored before is lost. */
public final class DiskFullException extends StoreException {
  private static final long serialVersionUID = 1L;

  DiskFullException(String place, Throwable cause) {
    super(
        "The disk that holds the database "
            + place
            + " is full; free some space. What was stored before is safe.",
        cause);
  }
}
