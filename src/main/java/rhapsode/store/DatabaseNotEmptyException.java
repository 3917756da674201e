package rhapsode.store;

/** A database that was to be filled holds something already. */
public final class DatabaseNotEmptyException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseNotEmptyException(String place, Throwable cause) {
    super("The database " + place + " is not empty; name one that is.", cause);
  }
}
