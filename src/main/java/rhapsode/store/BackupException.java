package rhapsode.store;

/** A backup cannot be written or used; the message is a sentence for whoever runs the bot. */
public final class BackupException extends StoreException {
  private static final long serialVersionUID = 1L;

  BackupException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
