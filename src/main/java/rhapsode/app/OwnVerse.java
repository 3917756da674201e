package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import rhapsode.language.AncestralSampler;
import rhapsode.network.ModelFolder;
import rhapsode.network.NetworkModel;

/**
 * What the base model writes when nobody guides it, kept in a file: it takes a minute to write and
 * is the same every time. Used by one thread.
 *
 * @param base folder of the base model
 * @param folder in which the file is kept
 * @param seed from which the text follows
 * @param giveWay called before each step of the writing; may block
 */
record OwnVerse(Path base, Path folder, long seed, Runnable giveWay) {
  /** Tokens of a poem on average, and at most. */
  private static final int USUAL = 250;

  private static final int LONGEST = 900;

  /**
   * Poems, as tokens.
   *
   * @param words how many they have together, about
   */
  List<List<String>> poems(int words) {
    int count = Math.max(1, (words + USUAL - 1) / USUAL);
    String name = "own-verse-%s-%d-%d.txt".formatted(new ModelFolder(base).name(), seed, count);
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(file, count);
      }
      return Files.readAllLines(file).stream().map(line -> List.of(line.split(" "))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " cannot be kept", e);
    }
  }

  /** A poem a line; whole or not at all. */
  private void write(Path file, int count) throws IOException {
    var sampler = new AncestralSampler(NetworkModel.load(base), new Random(seed), LONGEST, giveWay);
    List<String> lines =
        sampler.poems(count).poems().stream().map(poem -> String.join(" ", poem)).toList();
    Files.createDirectories(folder);
    Path part = folder.resolve(file.getFileName() + ".part");
    Files.write(part, lines);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
