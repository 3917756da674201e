package rhapsode.store;

/** The server of the database lets Rhapsode not in. */
public final class DatabaseForbiddenException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseForbiddenException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " does not let Rhapsode in; check user, password and the database's name.",
        cause);
  }
}
