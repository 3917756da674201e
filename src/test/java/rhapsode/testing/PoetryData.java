package rhapsode.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The training data, which is no part of the repository: beside it, or where the system property
 * {@code rhapsode.poetry} says.
 */
public final class PoetryData {
  private static final Path FOLDER =
      Path.of(System.getProperty("rhapsode.poetry", "../shared/data/poetry"));

  private PoetryData() {}

  /** One of its files; the test that asks is skipped where the data is not there. */
  public static Path file(String name) {
    assumeTrue(Files.isDirectory(FOLDER), "the training data is not here");
    return FOLDER.resolve(name);
  }
}
