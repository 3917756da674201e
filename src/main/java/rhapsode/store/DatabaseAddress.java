package rhapsode.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Which database is meant, and how it is reached: H2 in a folder or in memory, or PostgreSQL on a
 * server. Immutable; shows neither key nor password.
 */
public final class DatabaseAddress {
  private final Engine engine;
  private final Optional<String> key;

  private DatabaseAddress(Engine engine, Optional<String> key) {
    this.engine = engine;
    this.key = key;
  }

  /** H2 in a file in a folder, both made if they do not exist. */
  public static DatabaseAddress folder(Path folder) {
    return folder(folder, Optional.empty());
  }

  /**
   * The same, encrypted (AES). What was made without a key does not open with one, nor the other
   * way round.
   *
   * @param key at least 16 characters without blanks, better long and random: H2 does little to
   *     slow down guessing. Without it nobody can read the poems again.
   * @throws IllegalArgumentException if it cannot be a key
   */
  public static DatabaseAddress folder(Path folder, String key) {
    return folder(folder, Optional.of(key));
  }

  private static DatabaseAddress folder(Path folder, Optional<String> key) {
    H2Location location = H2Location.folder(folder);
    return new DatabaseAddress(key.map(location::encrypted).orElse(location), key);
  }

  /** A database that begins empty and is gone when it is closed. */
  static DatabaseAddress memory() {
    return new DatabaseAddress(H2Location.memory(UUID.randomUUID().toString()), Optional.empty());
  }

  /**
   * PostgreSQL 14 or newer. The database has to be there, the tables have not.
   *
   * @param url such as {@code jdbc:postgresql://db.example.org:5432/rhapsode}, with parameters of
   *     PostgreSQL's driver behind a question mark
   * @param user may be empty where the address or the server needs none
   * @param password may be empty too
   * @throws IllegalArgumentException if it is no address of PostgreSQL
   */
  public static DatabaseAddress server(String url, String user, String password) {
    return new DatabaseAddress(PostgresServer.of(url, user, password), Optional.empty());
  }

  /**
   * The same database, whose backups are encrypted; for one of a server, since those of a folder's
   * have its own key.
   *
   * @throws IllegalArgumentException if it cannot be a key
   */
  public DatabaseAddress backedUpWith(String key) {
    H2Location.checkKey(key);
    return new DatabaseAddress(engine, Optional.of(key));
  }

  /** A database of H2 in another folder, with the same key or with none. */
  DatabaseAddress twin(Path folder) {
    return folder(folder, key);
  }

  /** Where it is, for people: "in a folder", "at host:port/name". */
  public String place() {
    return engine.place();
  }

  /** For tests that alter how a database of a folder is opened. */
  static DatabaseAddress of(Engine engine) {
    return new DatabaseAddress(engine, Optional.empty());
  }

  Engine engine() {
    return engine;
  }

  @Override
  public String toString() {
    return place();
  }
}
