package rhapsode.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Writes the database and the model in service into one file, also while a bot works with them, and
 * puts them back. What is written was opened and read to the last row before the file gets its
 * name. The backup of an encrypted database is encrypted with the same key.
 *
 * @param poems how many it holds, with those that were taken back and are only numbers
 * @param rows of all tables
 * @param model the one in service, if its files are in it
 * @param bytes size of the file
 */
public record Backup(long poems, long rows, Optional<String> model, long bytes) {
  private static final String MODELS = "models";

  /**
   * A backup that was put back.
   *
   * @param written when the backup was
   * @param untold why what people took back after that is in it again, in a sentence; empty if the
   *     database that was replaced told it, so that it stays taken back
   */
  public record Restored(Backup backup, Instant written, Optional<String> untold) {}

  private static final Optional<String> NOBODY_TELLS =
      Optional.of("There was no database that could tell it.");

  /**
   * Backs up a database that this process has open.
   *
   * @param file must not be there
   * @param models finds the folder of a model that was taught
   * @throws StoreException if it cannot be done; there is no file then
   */
  public static Backup of(
      Database database, Path file, Function<String, Path> models, Instant now) {
    return write(
        database.address(),
        file,
        (folder, copy) -> {
          if (!database.engine().copyWithin(database.jdbc(), folder)) {
            try (Database target = Database.open(copy)) {
              Transfer.copy(database, target);
            }
          }
        },
        models,
        now);
  }

  /**
   * Backs up a database that this process has not open; another one may have.
   *
   * @param file must not be there
   * @param models finds the folder of a model that was taught
   * @throws StoreException if it cannot be done; there is no file then
   */
  public static Backup of(
      DatabaseAddress address, Path file, Function<String, Path> models, Instant now) {
    return write(
        address,
        file,
        (folder, copy) -> {
          if (!address.engine().copyFromOutside(folder)) {
            Transfer.copy(address, copy);
          }
        },
        models,
        now);
  }

  /** Puts a database of H2 into a folder. */
  private interface Copying {
    void into(Path folder, DatabaseAddress copy) throws IOException;
  }

  private static Backup write(
      DatabaseAddress address,
      Path file,
      Copying copying,
      Function<String, Path> models,
      Instant now) {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new BackupException(
          "The file " + file + " is there already; name a new one.", new IOException("exists"));
    }
    try {
      return inScratch(
          Files.createDirectories(target.resolveSibling("")),
          scratch -> {
            Path folder = Files.createDirectory(scratch.resolve("content"));
            DatabaseAddress copy = address.twin(folder);
            copying.into(folder, copy);
            Look look = look(copy, address.place());
            Optional<String> model = look.model().filter(name -> keep(name, models, folder));
            BackupFile.pack(folder, new BackupFile.Contents(now, look.tables()), target);
            return new Backup(
                rows(look.tables(), "poem"), rows(look.tables()), model, Files.size(target));
          });
    } catch (IOException | SQLException e) {
      throw Failures.ofFile(e, "The backup cannot be written to " + file + ".", file);
    }
  }

  private record Look(List<Transfer.Moved> tables, Optional<String> model) {}

  /**
   * Opens a copy and reads all of it; nothing in it is changed.
   *
   * @param place what it is a copy of, for the sentences of failures
   */
  private static Look look(DatabaseAddress copy, String place) {
    copy.engine().prepare();
    try (Connection connection = copy.engine().readOnly().source().getConnection()) {
      var on = new Statements(connection);
      return new Look(Transfer.sums(on), Inspection.model(on));
    } catch (SQLException e) {
      throw Failures.of(e, place);
    }
  }

  /** A model that is let go of in this very moment is not missed: the next training makes one. */
  private static boolean keep(String model, Function<String, Path> models, Path folder) {
    Path from = models.apply(model);
    if (!Files.isDirectory(from)) {
      return false;
    }
    Path to = folder.resolve(MODELS).resolve(model);
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Files.copy(each, to.resolve(each.getFileName().toString()));
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts a backup back. A database that is replaced stays beside, as a file whose name says when,
   * and so does another model of the same name. What people took back after the backup was written
   * stays taken back, as far as that database tells.
   *
   * @param to opens with the key that the backup was written with
   * @param models where models lie that were taught
   * @param replace whether what a folder holds may be replaced; a server's database has to be empty
   * @throws StoreException if it cannot be done; nothing is changed then
   */
  public static Restored restore(
      Path file, DatabaseAddress to, Path models, boolean replace, Instant now) {
    if (!Files.isRegularFile(file)) {
      throw new BackupException("There is no file " + file + ".", new IOException("missing"));
    }
    try {
      Path beside = Files.createDirectories(models.toAbsolutePath().normalize());
      return inScratch(beside, scratch -> restore(file, to, beside, replace, now, scratch));
    } catch (ZipException e) {
      throw new BackupException("The file " + file + " is no backup, or a damaged one.", e);
    } catch (IOException | SQLException e) {
      throw Failures.ofFile(e, "The backup " + file + " cannot be put back.", models);
    }
  }

  private static Restored restore(
      Path file, DatabaseAddress to, Path models, boolean replace, Instant at, Path scratch)
      throws IOException, SQLException {
    BackupFile.Contents contents = BackupFile.unpack(file, scratch);
    DatabaseAddress copy = to.twin(scratch);
    Look look = look(copy, "in " + file);
    if (!look.tables().equals(contents.tables())) {
      throw new ZipException("its rows are not those that were written");
    }
    to.engine().checkMayBeReplaced(replace);
    Optional<String> untold = replace ? takeBack(file, copy, to.engine(), models) : NOBODY_TELLS;
    Look now = replace ? look(copy, "in " + file) : look;
    Optional<BroughtModel> model =
        now.model().map(name -> BroughtModel.of(name, scratch.resolve(MODELS), models, at));
    put(H2File.in(scratch), copy, to, replace, at, model);
    return new Restored(
        new Backup(
            rows(now.tables(), "poem"),
            rows(now.tables()),
            model.filter(BroughtModel::isThere).flatMap(there -> now.model()),
            Files.size(file)),
        contents.written(),
        untold);
  }

  private static Optional<String> takeBack(
      Path file, DatabaseAddress copy, Engine replaced, Path models) {
    if (replaced.isShared() || !replaced.isThere()) {
      return NOBODY_TELLS;
    }
    try (Database opened = Database.open(copy)) {
      return TakenBack.outOf(opened, replaced);
    } catch (DatabaseInUseException e) {
      throw e;
    } catch (StoreException e) {
      // Its own sentence would name the place of the copy.
      throw Failures.ofFile(e, "The backup " + file + " cannot be put back.", models);
    }
  }

  /** Models first: files that no history names do no harm, but a history without them would. */
  private static void put(
      Path file,
      DatabaseAddress copy,
      DatabaseAddress to,
      boolean replace,
      Instant at,
      Optional<BroughtModel> model)
      throws IOException {
    if (model.isPresent()) {
      model.get().bring();
    }
    try {
      if (!to.engine().take(file, replace, at)) {
        Transfer.copy(copy, to);
      }
    } catch (IOException | StoreException e) {
      if (model.isPresent()) {
        model.get().undo();
      }
      throw e;
    }
  }

  private static long rows(List<Transfer.Moved> tables) {
    return tables.stream().mapToLong(Transfer.Moved::rows).sum();
  }

  private static long rows(List<Transfer.Moved> tables, String table) {
    return rows(tables.stream().filter(moved -> moved.table().equals(table)).toList());
  }

  private interface Work<T> {
    T in(Path scratch) throws IOException, SQLException;
  }

  private static <T> T inScratch(Path parent, Work<T> work) throws IOException, SQLException {
    try (var scratch = Scratch.in(parent)) {
      return work.in(scratch.folder());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
