package rhapsode.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.postgresql.util.PSQLException;

/** Tells from what the database throws which failure it is. Pure. */
final class Failures {
  /** How Linux, macOS and Windows say that there is no room, or no more for this user. */
  private static final List<String> NO_ROOM =
      List.of("no space left", "not enough space", "quota exceeded", "file too large");

  private static final List<String> FORBIDDEN =
      List.of("permission denied", "read-only file system", "access is denied");

  private Failures() {}

  /**
   * The failure that the causes tell of.
   *
   * @param place where the database is, with its preposition, for the sentence
   */
  static StoreException of(Throwable thrown, String place) {
    // A full disk hides behind general errors, so it is looked for first.
    if (causes(thrown).anyMatch(Failures::isNoRoom)) {
      return new DiskFullException(place, thrown);
    }
    if (causes(thrown).anyMatch(FlywayValidateException.class::isInstance)) {
      return new OtherVersionException(place, thrown);
    }
    if (causes(thrown).anyMatch(Failures::isForbidden)) {
      return new DatabaseReadOnlyException(place, thrown);
    }
    return causes(thrown)
        .filter(SQLException.class::isInstance)
        .flatMap(cause -> of((SQLException) cause, place, thrown).stream())
        .findFirst()
        .orElseGet(() -> unknown(place, thrown));
  }

  /**
   * A backup's failure.
   *
   * @param sentence what could not be done, where nothing more is known
   */
  static StoreException ofFile(Throwable thrown, String sentence, Path file) {
    if (causes(thrown).anyMatch(Failures::isNoRoom)) {
      return new BackupException(
          "The disk of " + file + " is full; free some space, or name another place.", thrown);
    }
    if (causes(thrown).anyMatch(Failures::isForbidden)) {
      return new BackupException(
          file
              + " may not be written; give the user who runs Rhapsode the right, or name another"
              + " place.",
          thrown);
    }
    return new BackupException(sentence + " The log has the cause.", thrown);
  }

  /** Whether the file could not be read or written, rather than SQL refused. */
  static boolean isOfTheFile(SQLException thrown) {
    return causes(thrown).anyMatch(MVStoreException.class::isInstance);
  }

  private static Optional<StoreException> of(SQLException cause, String place, Throwable thrown) {
    return cause instanceof PSQLException || cause instanceof SQLTransientConnectionException
        ? ofState(String.valueOf(cause.getSQLState()), place, thrown)
        : ofCode(cause.getErrorCode(), place, thrown);
  }

  /** PostgreSQL's and its driver's: "PostgreSQL Error Codes", appendix A of its documentation. */
  private static Optional<StoreException> ofState(String state, String place, Throwable thrown) {
    return switch (state) {
      case "53100" -> Optional.of(new DiskFullException(place, thrown));
      case "25006", "42501" -> Optional.of(new DatabaseReadOnlyException(place, thrown));
      case "28000", "28P01", "3D000" -> Optional.of(new DatabaseForbiddenException(place, thrown));
      case "53300", "57P01", "57P02", "57P03" ->
          Optional.of(new DatabaseUnreachableException(place, thrown));
      default ->
          state.startsWith("08")
              ? Optional.of(new DatabaseUnreachableException(place, thrown))
              : Optional.empty();
    };
  }

  private static Optional<StoreException> ofCode(int code, String place, Throwable thrown) {
    return switch (code) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          Optional.of(new DatabaseInUseException(place, thrown));
      case ErrorCode.DATABASE_IS_READ_ONLY ->
          Optional.of(new DatabaseReadOnlyException(place, thrown));
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.IO_EXCEPTION_1 ->
          Optional.of(new DatabaseDamagedException(place, thrown));
      case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
          Optional.of(new WrongKeyException(place, thrown));
      default -> Optional.empty();
    };
  }

  private static StoreException unknown(String place, Throwable thrown) {
    return new StoreException(
        "The database " + place + " does not answer as it should; the log has the cause.", thrown);
  }

  private static boolean isNoRoom(Throwable cause) {
    return cause instanceof IOException && says(cause, NO_ROOM);
  }

  private static boolean isForbidden(Throwable cause) {
    return cause instanceof AccessDeniedException
        || (cause instanceof IOException && says(cause, FORBIDDEN));
  }

  private static boolean says(Throwable cause, List<String> anyOf) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return anyOf.stream().anyMatch(message::contains);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
