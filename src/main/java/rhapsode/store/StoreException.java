package rhapsode.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message is one sentence with the remedy. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
