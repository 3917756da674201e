package rhapsode.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a folder is there, or can be made, and files can be written into it.
 *
 * @param setting that names it
 */
public record FolderCheck(String name, String setting, Path folder) implements Check {
  @Override
  public Finding look() {
    Path wanted = folder.toAbsolutePath().normalize();
    Path there = Folders.nearest(folder);
    if (!Files.isDirectory(there)) {
      return Finding.fault(
          name(),
          there + " is a file and no folder.",
          "Move the file away, or set another folder as " + setting + ".");
    }
    try {
      writeAndRemove(there);
    } catch (IOException e) {
      return Finding.fault(
          name(),
          there + " cannot be written to.",
          "Give the user that runs the bot the right and the room to write there, or set another"
              + " folder as "
              + setting
              + ".");
    }
    return Finding.ok(
        name(),
        wanted.equals(there)
            ? wanted + " can be written to."
            : wanted + " will be made when it is needed.");
  }

  private static void writeAndRemove(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, ".rhapsode-doctor-", ".tmp");
    try {
      Files.writeString(file, "A file to see whether there can be one.");
    } finally {
      Files.delete(file);
    }
  }
}
