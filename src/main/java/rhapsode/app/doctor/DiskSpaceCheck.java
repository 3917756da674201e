package rhapsode.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/**
 * Whether there is room for the database and for models to come.
 *
 * @param room bytes that may still be written to a folder that exists
 */
public record DiskSpaceCheck(Path folder, ToLongFunction<Path> room) implements Check {
  private static final long LITTLE = Quantity.GIGABYTE;
  private static final long TOO_LITTLE = 100 * Quantity.MEGABYTE;

  /** The disk that a folder is on, or will be. */
  public static DiskSpaceCheck of(Path folder) {
    return new DiskSpaceCheck(folder, DiskSpaceCheck::usable);
  }

  private static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "disk space";
  }

  @Override
  public Finding look() {
    long bytes = room.applyAsLong(Folders.nearest(folder));
    String sentence = "%s free for the data folder.".formatted(Quantity.bytes(bytes));
    if (bytes >= LITTLE) {
      return Finding.ok(name(), sentence);
    }
    String remedy =
        "Make room for 1 GB: models and the database grow, and a full disk keeps no poem.";
    return bytes >= TOO_LITTLE
        ? Finding.warning(name(), sentence, remedy)
        : Finding.fault(name(), sentence, remedy);
  }
}
