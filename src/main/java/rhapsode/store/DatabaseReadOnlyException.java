package rhapsode.store;

/** The database, or its folder, may not be written. */
public final class DatabaseReadOnlyException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseReadOnlyException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " may not be written; give the user who runs Rhapsode the right to write there.",
        cause);
  }
}
