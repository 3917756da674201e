package rhapsode.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of database that every store has to work on. Each test gets one of its own, empty but
 * for the tables; one of PostgreSQL only for as long as it runs.
 */
public enum TestDatabase {
  H2 {
    @Override
    public DatabaseAddress address() {
      return DatabaseAddress.memory();
    }
  },
  POSTGRES {
    @Override
    public DatabaseAddress address() {
      return Server.ONE.emptied();
    }
  };

  /** A schema of PostgreSQL without tables; there is one at a time. */
  static DatabaseAddress newSchema() {
    return Server.ONE.emptySchema();
  }

  /** Where a new database of PostgreSQL is, for other processes. */
  public String newUrl() {
    Server.ONE.emptied();
    return Server.ONE.url();
  }

  /** Where a new database is. */
  public abstract DatabaseAddress address();

  /** Opens a new database. */
  public Database open() {
    return Database.open(address());
  }

  /**
   * A PostgreSQL of this Java's own, which ends with it. Its one database is emptied for each test:
   * making one for each took minutes, most of them at the end, when their files were removed.
   */
  private static final class Server {
    static final Server ONE = new Server();

    /** Each table, in an order in which all can be emptied. */
    private static final List<String> TABLES =
        List.of(
            "telegram_dialogue",
            "telegram_update",
            "model_chunk",
            "model_file",
            "process",
            "lesson",
            "training_run",
            "model_version",
            "poem_origin",
            "poem_fingerprint",
            "poem_vote",
            "standing_change",
            "author_standing",
            "decision",
            "poem",
            "poem_like",
            "written_poem");

    private static final Set<String> NUMBERED =
        Set.of(
            "process",
            "training_run",
            "model_version",
            "standing_change",
            "decision",
            "poem",
            "written_poem");

    private final EmbeddedPostgres postgres;

    Server() {
      postgres = started(3);
      Database.open(address()).close();
    }

    /** Its port is looked for before it is taken, and another process may be quicker. */
    private static EmbeddedPostgres started(int tries) {
      try {
        // Nothing here has to outlive the machine.
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
      } catch (IOException e) {
        if (tries > 1) {
          return started(tries - 1);
        }
        throw new UncheckedIOException(e);
      }
    }

    String url() {
      return postgres.getJdbcUrl("postgres", "postgres");
    }

    private DatabaseAddress address() {
      return DatabaseAddress.server(url(), "", "");
    }

    DatabaseAddress emptySchema() {
      execute("drop schema if exists fresh cascade; create schema fresh");
      return DatabaseAddress.server(url() + "&currentSchema=fresh", "", "");
    }

    DatabaseAddress emptied() {
      String sql =
          TABLES.stream().map("delete from %s;"::formatted).collect(Collectors.joining())
              + NUMBERED.stream()
                  .map("alter table %s alter column id restart;"::formatted)
                  .collect(Collectors.joining());
      execute(sql);
      return address();
    }

    private void execute(String sql) {
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
