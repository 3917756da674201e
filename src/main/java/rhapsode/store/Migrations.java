package rhapsode.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables to the version of this program: {@code db/migration} on the path. */
final class Migrations {
  private Migrations() {}

  /**
   * Applies what is missing.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails, or if the database holds
   *     one that this program does not know
   */
  static void run(DataSource source) {
    Flyway.configure(Migrations.class.getClassLoader())
        .loggers(FlywayLog.class.getName())
        .dataSource(source)
        .locations("classpath:db/migration")
        // By default a database of a newer version would be accepted, and misread.
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }
}
