package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CircuitBreakerTest {
  private final SQLException timeout =
      new SQLTransientConnectionException("not available, request timed out", "08001");

  private Connection connection;
  private boolean there = true;
  private boolean gone;
  private long now;
  private int asked;
  private Runnable during = () -> {};

  private final CircuitBreaker breaker = new CircuitBreaker(this::borrow, () -> gone, () -> now);

  @BeforeEach
  void connect() throws SQLException {
    connection = H2Location.memory("breaker").source().getConnection();
    connection.close();
  }

  private Connection borrow() throws SQLException {
    asked++;
    during.run();
    if (there) {
      return connection;
    }
    throw timeout;
  }

  private SQLException refusal() {
    return assertThrows(SQLException.class, breaker::borrow);
  }

  private void cut() {
    there = false;
    gone = true;
    refusal();
    asked = 0;
  }

  @Test
  void onceOneHasWaitedInVainOthersFailAtOnce() {
    cut();
    SQLException refusal = refusal();
    assertEquals(0, asked);
    assertEquals("08001", refusal.getSQLState());
    assertTrue(refusal.getMessage().contains(timeout.getMessage()), refusal.getMessage());
    StoreException failure = Failures.of(refusal, "at db");
    assertInstanceOf(DatabaseUnreachableException.class, failure);
    // Or an outage would fill the log.
    assertEquals(0, failure.getStackTrace().length + refusal.getStackTrace().length);
  }

  @Test
  void nowAndThenOneMayWaitAgainAndWhoGetsOneLetsAllIn() throws SQLException {
    cut();
    now += CircuitBreaker.PAUSE_NANOS;
    refusal();
    refusal();
    assertEquals(1, asked);
    there = true;
    refusal();
    assertEquals(1, asked);
    now += CircuitBreaker.PAUSE_NANOS;
    assertSame(connection, breaker.borrow());
    assertSame(connection, breaker.borrow());
    assertEquals(3, asked);
  }

  @Test
  void whileOneWaitsOthersFailAtOnce() {
    cut();
    now += CircuitBreaker.PAUSE_NANOS;
    during = () -> CompletableFuture.runAsync(this::refusal).join();
    refusal();
    assertEquals(1, asked);
  }

  @Test
  void thatAllConnectionsAreBusyIsNoReason() throws SQLException {
    there = false;
    refusal();
    there = true;
    assertSame(connection, breaker.borrow());
    assertEquals(2, asked);
  }
}
