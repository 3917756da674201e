package rhapsode.store;

/** The server of the database does not answer. */
public final class DatabaseUnreachableException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseUnreachableException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " cannot be reached; see whether its server runs and the network lets Rhapsode through.",
        cause);
  }
}
