package rhapsode.store;

/** The database's file cannot be read. */
public final class DatabaseDamagedException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseDamagedException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " is damaged or is not one of Rhapsode's; put a backup in its place, or move it away to start anew.",
        cause);
  }
}
