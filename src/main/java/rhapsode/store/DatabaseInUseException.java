package rhapsode.store;

/** Another process holds the database. */
public final class DatabaseInUseException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseInUseException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " is in use by another process; stop that one, or choose another folder.",
        cause);
  }
}
