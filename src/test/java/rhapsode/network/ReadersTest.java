package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers that make what a file names, or believe its sizes, are not called at all. */
class ReadersTest {
  private static final Pattern READERS =
      Pattern.compile(
          "ObjectInputStream|XMLDecoder|ModelSerializer\\.restore|MultiLayerConfiguration\\.fromJson"
              + "|Nd4j\\.(read|load|fromByteArray|readBinary|createFromNpy\\w*)\\("
              + "|activateDefaultTyping|enableDefaultTyping|org\\.nd4j\\.shade");

  @Test
  void nothingOfOursCallsThem() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      List<Path> calling =
          files
              .filter(file -> file.toString().endsWith(".java"))
              // What it reads was sent by the driver of its own cluster.
              .filter(file -> !file.endsWith("Learner.java"))
              .filter(file -> READERS.matcher(text(file)).find())
              .toList();
      assertEquals(List.of(), calling);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
