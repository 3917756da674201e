package rhapsode.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import rhapsode.store.DatabaseAddress;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlSection;

/**
 * Where the database is, all but the secrets, which are never in the settings. What stands in the
 * environment goes before what stands here.
 *
 * @param url of PostgreSQL; empty for H2 in the data folder
 * @param user PostgreSQL's; may be empty
 * @param passwordFile holds PostgreSQL's password
 * @param keyFile holds the key with which H2's file is encrypted
 */
record DatabaseSettings(
    String url, String user, Optional<Path> passwordFile, Optional<Path> keyFile) {
  static final String URL = "RHAPSODE_DATABASE_URL";
  static final String USER = "RHAPSODE_DATABASE_USER";
  static final String PASSWORD = "RHAPSODE_DATABASE_PASSWORD";
  static final String KEY = "RHAPSODE_DATABASE_KEY";

  static DatabaseSettings of(YamlSection database) {
    try (database) {
      return new DatabaseSettings(
          database.text("url", ""),
          database.text("user", ""),
          path(database, "password-file"),
          path(database, "key-file"));
    }
  }

  private static Optional<Path> path(YamlSection section, String key) {
    String file = section.text(key, "");
    return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
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
      String server = environment.getOrDefault(URL, url).strip();
      if (!server.isEmpty()) {
        return DatabaseAddress.server(
            server,
            environment.getOrDefault(USER, user).strip(),
            Secrets.read(environment, PASSWORD, passwordFile).orElse(""));
      }
      return Secrets.read(environment, KEY, keyFile)
          .map(key -> DatabaseAddress.folder(folder, key))
          .orElseGet(() -> DatabaseAddress.folder(folder));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new YamlException("The database cannot be used: " + e.getMessage() + ".", e);
    }
  }
}
