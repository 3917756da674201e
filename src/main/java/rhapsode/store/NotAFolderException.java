package rhapsode.store;

/** The folder for the database cannot be made or is something else. */
public final class NotAFolderException extends StoreException {
  private static final long serialVersionUID = 1L;

  NotAFolderException(String place, Throwable cause) {
    super(
        "There cannot be a database "
            + place
            + ", which is not a folder and cannot be made one; choose another folder.",
        cause);
  }
}
