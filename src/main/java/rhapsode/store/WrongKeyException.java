package rhapsode.store;

/** The database is encrypted with another key, or not at all, or needs one. */
public final class WrongKeyException extends StoreException {
  private static final long serialVersionUID = 1L;

  WrongKeyException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " does not open with this key; give the key that it was made with, or none if it was made without.",
        cause);
  }
}
