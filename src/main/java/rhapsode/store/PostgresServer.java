package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server. A commit is on the server's disk when it returns, whatever the
 * server's own default is ({@code synchronous_commit}).
 *
 * @param place host, port and name: without the parameters, which may hold secrets
 */
record PostgresServer(String url, String user, String password, String place, Access access)
    implements Engine {
  enum Access {
    READ,
    WRITE
  }

  private static final int CONNECTIONS = 8;
  private static final Duration LONGEST_WAIT_TO_CONNECT = Duration.ofSeconds(5);

  /** Poems are written without the database too, but not before it is known to be gone. */
  private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofSeconds(3);

  /** A server that is gone without a word must not keep a thread for ever. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  /** Making an index of a large table is one answer, too. */
  private static final Duration LONGEST_MIGRATION = Duration.ofHours(1);

  /** So that a network that forgets silent connections, or a server that moved, is noticed. */
  private static final Duration LIFE_OF_A_CONNECTION = Duration.ofMinutes(15);

  /**
   * @throws IllegalArgumentException if it is no address of PostgreSQL; the message repeats no
   *     parameters
   */
  static PostgresServer of(String url, String user, String password) {
    Properties parts = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, null) : null;
    if (parts == null) {
      throw new IllegalArgumentException(
          "a database's address is such as jdbc:postgresql://127.0.0.1:5432/rhapsode");
    }
    return new PostgresServer(url, user, password, "at " + shown(url), Access.WRITE);
  }

  private static String shown(String url) {
    String address = url.substring("jdbc:postgresql:".length()).split("\\?", 2)[0];
    try {
      URI uri = new URI("postgresql:" + address);
      return uri.getHost() == null
          ? address.replaceFirst("^/+", "")
          : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    } catch (java.net.URISyntaxException e) {
      // Several hosts, say; nothing of it is secret.
      return address.replaceFirst("^/+", "");
    }
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public Lifeline lifeline() {
    return new AdvisoryLifeline(source(LONGEST_ANSWER));
  }

  /** Nothing: who runs the server makes the database. */
  @Override
  public void prepare() {}

  @Override
  public boolean isUntidy() {
    return false;
  }

  /** Nothing: the server vacuums. */
  @Override
  public void tidy() {}

  /** Nothing: the server vacuums. */
  @Override
  public void erasing() {}

  /** Each script is one transaction there. */
  @Override
  public Connection open() throws SQLException {
    return Migrations.open(source());
  }

  @Override
  public PGSimpleDataSource source() {
    return source(LONGEST_MIGRATION);
  }

  private PGSimpleDataSource source(Duration longestAnswer) {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    if (!user.isEmpty()) {
      source.setUser(user);
    }
    if (!password.isEmpty()) {
      source.setPassword(password);
    }
    source.setApplicationName("rhapsode");
    source.setConnectTimeout(Math.toIntExact(LONGEST_WAIT_TO_CONNECT.toSeconds()));
    source.setLoginTimeout(Math.toIntExact(LONGEST_WAIT_TO_CONNECT.toSeconds()));
    source.setSocketTimeout(Math.toIntExact(longestAnswer.toSeconds()));
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    source.setOptions(
        "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed"
            + " -c default_transaction_read_only="
            + (access == Access.READ ? "on" : "off"));
    return source;
  }

  @Override
  public PostgresServer readOnly() {
    return new PostgresServer(url, user, password, place, Access.READ);
  }

  @Override
  public void tune(HikariConfig pool) {
    pool.setDataSource(source(LONGEST_ANSWER));
    pool.setConnectionTimeout(LONGEST_WAIT_FOR_A_CONNECTION.toMillis());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setMaxLifetime(LIFE_OF_A_CONNECTION.toMillis());
  }

  @Override
  public boolean copyWithin(Jdbc jdbc, Path folder) {
    return false;
  }

  @Override
  public boolean copyFromOutside(Path folder) {
    return false;
  }

  /** Nothing: who carries the rows over looks whether the tables are empty. */
  @Override
  public void checkMayBeReplaced(boolean replace) {}

  @Override
  public boolean take(Path file, boolean replace, Instant now) {
    return false;
  }

  /** Nothing: see {@code synchronous_commit}. */
  @Override
  public void force(Connection connection) {}

  @Override
  public void forceCreation() {}

  @Override
  public void recover(SQLException failure) {}

  @Override
  public void close() {}

  /** Without user, password and parameters, so that no log shows them. */
  @Override
  public String toString() {
    return place;
  }
}
