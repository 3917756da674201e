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
    flyway(source).migrate();
  }

  /**
   * How many are missing; applies none.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database holds one that this program does
   *     not know
   */
  static int missing(DataSource source) {
    Flyway flyway = flyway(source, "*:pending");
    flyway.validate();
    return flyway.info().pending().length;
  }

  /**
   * @param ignored what is no reason to refuse a database; by default one of a newer version would
   *     be accepted, and misread
   */
  private static Flyway flyway(DataSource source, String... ignored) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .loggers(FlywayLog.class.getName())
        .dataSource(source)
        .locations("classpath:db/migration")
        .ignoreMigrationPatterns(ignored)
        .load();
  }
}
