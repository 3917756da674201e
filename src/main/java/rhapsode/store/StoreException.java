package rhapsode.store;

/**
 * The database cannot be used. The message is one sentence for whoever runs the bot: what is wrong,
 * where, and the remedy; the cause is for the log.
 */
public sealed class StoreException extends RuntimeException
    permits BackupException,
        DatabaseDamagedException,
        DatabaseForbiddenException,
        DatabaseInUseException,
        DatabaseNotEmptyException,
        DatabaseReadOnlyException,
        DatabaseUnreachableException,
        DiskFullException,
        NotAFolderException,
        OtherVersionException,
        WrongKeyException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  StoreException(String sentence, Throwable cause) {
    super(sentence, cause, true, !(cause instanceof RefusedException));
    this.sentence = sentence;
  }

  /** The message. It names a folder, so it is not for the bot's users. */
  public final String sentence() {
    return sentence;
  }
}
