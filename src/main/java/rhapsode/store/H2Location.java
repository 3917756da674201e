package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where an H2 database is, and how it is opened.
 *
 * @param url the JDBC URL with its settings
 * @param password H2's: the file's key, a blank, the user's; or the user's alone
 * @param folder null in memory
 * @param large bytes from which on a file is not rewritten whenever it is closed
 */
record H2Location(String url, String password, @Nullable Path folder, long large)
    implements Engine {
  /** To rewrite such a file takes a second. */
  private static final long LARGE = 32L << 20;

  private static final String NAME = "rhapsode";
  private static final String ENCRYPTED = ";CIPHER=AES";
  private static final int SHORTEST_KEY = 16;
  private static final int CONNECTIONS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /**
   * What makes an acknowledged write last.
   *
   * <ul>
   *   <li>WRITE_DELAY=0: a commit is with the operating system when it returns; by default H2 may
   *       lose half a second of acknowledged poems when the process dies.
   *   <li>REUSE_SPACE=FALSE: writes only append, until the file is rewritten on closing. Where H2
   *       2.5.252 fills a gap, it may leave its header at the write before (RandomAccessStore
   *       writes the header before it takes note of the new chunk), so that the next opening finds
   *       only the old state: with gaps filled, more than half of the writes tried were not in the
   *       file when they were acknowledged, CHECKPOINT SYNC or not; appended, none was missing.
   *   <li>PAGE_SIZE: a small page halves what each write appends.
   *   <li>DB_CLOSE_ON_EXIT=FALSE: the application closes it, after the last poem.
   *   <li>TRACE_LEVEL_FILE=0: no second log, which could hold poems, beside the database.
   *   <li>LOCK_TIMEOUT: milliseconds that a change waits for another one (see {@link Jdbc#alone}).
   * </ul>
   */
  private static final String SETTINGS =
      ";WRITE_DELAY=0;REUSE_SPACE=FALSE;PAGE_SIZE=4096;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
          + ";LOCK_TIMEOUT=10000";

  /** With "async:", unlike "file:", an interrupted thread does not close the database. */
  static H2Location folder(Path folder) {
    return folder("async:", folder);
  }

  /**
   * @param fileSystem the scheme of an H2 file system
   */
  static H2Location folder(String fileSystem, Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    String url = "jdbc:h2:" + fileSystem + absolute.resolve(NAME) + SETTINGS;
    return new H2Location(url, NAME, absolute, LARGE);
  }

  static H2Location memory(String name) {
    return new H2Location(
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
        NAME,
        null,
        LARGE);
  }

  static void checkKey(String key) {
    if (key.length() < SHORTEST_KEY || key.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "a database's key has at least " + SHORTEST_KEY + " characters and no blanks");
    }
  }

  H2Location encrypted(String key) {
    checkKey(key);
    return new H2Location(url + ENCRYPTED, key + " " + password, folder, large);
  }

  /** A copy of it that was made in another folder. */
  H2Location copied(Path from, Path to) {
    String there = url.replace(from.resolve(NAME).toString(), to.resolve(NAME).toString());
    return new H2Location(there, password, to, large);
  }

  /** The same whose file counts as large from so many bytes on. */
  H2Location largeFrom(long bytes) {
    return new H2Location(url, password, folder, bytes);
  }

  @Override
  public H2Location readOnly() {
    return new H2Location(url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", password, folder, large);
  }

  /** Without the key, so that no log shows it. */
  @Override
  public String toString() {
    return url;
  }

  @Override
  public String place() {
    return "in " + (folder == null ? "memory" : folder);
  }

  /** Its file is locked by the first. */
  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public Lifeline lifeline() {
    return Lifeline.NONE;
  }

  @Override
  public boolean isThere() {
    return folder != null && H2File.bytes(folder) > 0;
  }

  @Override
  public Connection open() throws SQLException, IOException {
    return folder == null ? Migrations.open(source()) : new H2Migration(this, folder).open();
  }

  @Override
  public DataSource source() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(NAME);
    source.setPassword(password);
    return new H2Source(source);
  }

  /** Makes the folder, if there is to be one. */
  @Override
  public void prepare() {
    if (folder != null) {
      new H2Folder(folder, place()).prepare(url.contains(ENCRYPTED));
    }
  }

  @Override
  public boolean isUntidy() {
    return compaction().filter(H2Compaction::isOfUse).isPresent();
  }

  /** Rewrites a file that has grown. */
  @Override
  public void tidy() {
    compaction().ifPresent(H2Compaction::run);
  }

  @Override
  public void erasing() {
    compaction().ifPresent(H2Compaction::erasing);
  }

  private Optional<H2Compaction> compaction() {
    return Optional.ofNullable(folder).map(where -> new H2Compaction(this, where, large));
  }

  @Override
  public boolean copyWithin(Jdbc jdbc, Path to) throws IOException {
    if (folder == null) {
      return false;
    }
    H2File.copyOpen(jdbc, to);
    return true;
  }

  /**
   * As a file: it only grows (REUSE_SPACE=FALSE), so a copy that is begun now holds at least what
   * was acknowledged until now, and opens like one whose process died while it was copied.
   */
  @Override
  public boolean copyFromOutside(Path to) throws IOException {
    if (folder == null || !isThere()) {
      throw new BackupException(
          "There is no database " + place() + " yet.", new IOException("missing"));
    }
    Files.copy(H2File.in(folder), H2File.in(to));
    return true;
  }

  @Override
  public void checkMayBeReplaced(boolean replace) throws IOException {
    if (folder != null) {
      new H2Folder(folder, place()).checkMayBeReplaced(replace);
    }
  }

  @Override
  public boolean take(Path file, boolean replace, Instant now) throws IOException {
    if (folder == null) {
      return false;
    }
    Files.createDirectories(folder);
    erasing(); // A file has traces of what was erased before it was copied.
    new H2Folder(folder, place()).take(file, replace, now);
    return true;
  }

  @Override
  public void tune(HikariConfig pool) {
    // Poems come one at a time: more connections would only wait for the same file.
    pool.setDataSource(source());
    pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
    pool.setMaximumPoolSize(CONNECTIONS);
    // A connection to a file in this very process does not wear out.
    pool.setMaxLifetime(0);
  }

  /**
   * A commit alone outlives the process, since H2 hands it to the operating system before it
   * returns ({@code WRITE_DELAY=0}), but not a loss of power: for that, {@code CHECKPOINT SYNC}
   * forces the file to the disk (fsync), about a millisecond on a solid-state disk.
   */
  @Override
  public void force(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  /**
   * A failed write, say on a full disk, leaves H2 in a state in which no later one succeeds, for as
   * long as any connection is open. So that state is dropped, as by a kill, and the next call opens
   * the file anew with all that was acknowledged.
   */
  @Override
  public void recover(SQLException failure) throws SQLException {
    if (folder != null && Failures.isOfTheFile(failure)) {
      execute("SHUTDOWN IMMEDIATELY");
    }
  }

  /** Rewrites the file without what was erased. */
  @Override
  public void close() throws SQLException {
    Optional<H2Compaction> compaction = compaction();
    if (compaction.isPresent()) {
      compaction.get().close();
    } else {
      execute("SHUTDOWN");
    }
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void forceCreation() {
    if (folder != null) {
      H2File.force(folder);
    }
  }
}
