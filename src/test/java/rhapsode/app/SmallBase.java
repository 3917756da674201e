package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rhapsode.testing.Verse;

/** A base model that is trained in a second. */
final class SmallBase {
  private SmallBase() {}

  /** Trains it in a folder, as {@code base}. */
  static Path in(Path folder) throws IOException {
    Path network = folder.resolve("small.yml");
    Files.writeString(
        network,
        """
        name: small
        reading: stream
        lines: backward
        window: 8
        vocabulary: {size: 60, minimum-count: 1}
        layers:
          - {kind: embedding, size: 12}
          - {kind: lstm, size: 16}
          - {kind: softmax}
        training:
          {optimiser: adam, rate: 0.01, schedule: cosine, batch: 4, epochs: 4, clip: 1, held-out: 0.1}
        """);
    Path corpus = folder.resolve("verse.txt");
    Files.writeString(corpus, String.join("\n\n\n", Verse.poems(80)));
    Path base = folder.resolve("base");
    int end =
        RhapsodeCommand.commandLine()
            .execute(
                "train",
                "--network",
                network.toString(),
                "--corpus",
                corpus.toString(),
                "--out",
                base.toString());
    assertEquals(0, end);
    return base;
  }
}
