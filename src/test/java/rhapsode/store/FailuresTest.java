package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FailuresTest {
  @ParameterizedTest
  @MethodSource("failures")
  void namesTheFailureThePlaceAndTheRemedy(Throwable thrown, Class<?> failure) {
    StoreException told = Failures.of(thrown, "/srv/rhapsode");
    assertEquals(failure, told.getClass());
    assertSame(thrown, told.getCause());
    assertTrue(told.sentence().contains("/srv/rhapsode"), told.sentence());
    assertTrue(told.sentence().endsWith("."), told.sentence());
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(code(ErrorCode.DATABASE_ALREADY_OPEN_1), DatabaseInUseException.class),
        arguments(code(ErrorCode.DATABASE_IS_READ_ONLY), DatabaseReadOnlyException.class),
        arguments(caused(new AccessDeniedException("/srv")), DatabaseReadOnlyException.class),
        arguments(
            caused(new IOException("Read-only file system")), DatabaseReadOnlyException.class),
        arguments(code(ErrorCode.FILE_CORRUPTED_1), DatabaseDamagedException.class),
        arguments(code(ErrorCode.FILE_ENCRYPTION_ERROR_1), WrongKeyException.class),
        arguments(caused(new IOException("No space left on device")), DiskFullException.class),
        arguments(caused(new IOException("Disk quota exceeded")), DiskFullException.class),
        arguments(code(ErrorCode.LOCK_TIMEOUT_1), StoreException.class),
        arguments(new IllegalStateException("?"), StoreException.class));
  }

  private static SQLException code(int code) {
    return new SQLException("what H2 says", "HY000", code);
  }

  private static SQLException caused(IOException cause) {
    return new SQLException("what H2 says", "HY000", ErrorCode.GENERAL_ERROR_1, cause);
  }
}
