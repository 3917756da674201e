package rhapsode.store;

/** The database was made by a newer or an altered Rhapsode. */
public final class OtherVersionException extends StoreException {
  private static final long serialVersionUID = 1L;

  OtherVersionException(String place, Throwable cause) {
    super(
        "The database "
            + place
            + " was made by another version of Rhapsode; start that version or a newer one.",
        cause);
  }
}
