package rhapsode.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import rhapsode.store.DatabaseAddress;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlSection;

/**
 * Where the database is, all but the secrets, which are never in the settings.
 *
 * @param url of PostgreSQL; empty for H2 in the data folder
 * @param user PostgreSQL's; may be empty
 * @param passwordFile holds PostgreSQL's password
 * @param keyFile holds the key with which H2's file and all backups are encrypted
 */
record DatabaseSettings(
    String url, String user, Optional<Path> passwordFile, Optional<Path> keyFile) {
  static final String PASSWORD = "RHAPSODE_DATABASE_PASSWORD";
  static final String KEY = "RHAPSODE_DATABASE_KEY";

  /** The key that is to come. */
  static final String NEW_KEY = "RHAPSODE_DATABASE_NEW_KEY";

  static DatabaseSettings of(YamlSection database) {
    try (database) {
      return new DatabaseSettings(
          database.text("url", ""),
          database.text("user", ""),
          database.optionalPath("password-file"),
          database.optionalPath("key-file"));
    }
  }

  /**
   * The database, with its secrets.
   *
   * @param folder for H2
   * @throws YamlException if there can be none of this kind, or a secret cannot be read; the
   *     message repeats no secret
   */
  DatabaseAddress address(Path folder, Map<String, String> environment) {
    try {
      Optional<String> key = Secrets.read(environment, KEY, keyFile);
      return url.isEmpty() ? inFolder(folder, key) : onServer(environment, key);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new YamlException("The database cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The database that somebody names: an address of PostgreSQL, or the folder of one of H2.
   *
   * @throws YamlException as above
   */
  DatabaseAddress named(String name, Map<String, String> environment) {
    return name.startsWith("jdbc:")
        ? new DatabaseSettings(name, user, passwordFile, keyFile).address(Path.of(""), environment)
        : new DatabaseSettings("", "", Optional.empty(), keyFile)
            .address(Path.of(name), environment);
  }

  private static DatabaseAddress inFolder(Path folder, Optional<String> key) {
    return key.map(secret -> DatabaseAddress.folder(folder, secret))
        .orElseGet(() -> DatabaseAddress.folder(folder));
  }

  private DatabaseAddress onServer(Map<String, String> environment, Optional<String> key) {
    String password = Secrets.read(environment, PASSWORD, passwordFile).orElse("");
    DatabaseAddress server = DatabaseAddress.server(url, user, password);
    return key.map(server::backedUpWith).orElse(server);
  }
}
