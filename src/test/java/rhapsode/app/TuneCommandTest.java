package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.testing.Verse;

class TuneCommandTest {
  @TempDir private Path folder;

  private String run(int exit, Object... arguments) {
    var out = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    assertEquals(
        exit,
        RhapsodeCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute(words));
    return out.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path poems(String name, int from, int to) throws IOException {
    return file(name, String.join("\n\n\n", Verse.poems(to).subList(from, to)));
  }

  @Test
  void tunesOnFilesAndTellsHowItWent() throws IOException {
    Path network =
        file(
            "small.yml",
            """
            name: small
            reading: stream
            window: 8
            vocabulary: {size: 60, minimum-count: 1}
            layers:
              - {kind: embedding, size: 8}
              - {kind: lstm, size: 8}
              - {kind: softmax}
            training:
              {optimiser: adam, rate: 0.01, schedule: cosine, batch: 4, epochs: 1, clip: 1, held-out: 0.1}
            """);
    Path corpus = poems("corpus.txt", 0, 40);
    Path base = folder.resolve("base");
    run(0, "train", "--network", network, "--corpus", corpus, "--out", base);
    Path settings =
        file("settings.yml", "learning: {epochs: 2, rate: 0.01, rehearsal: 500, forgetting: 1}");
    Path ada = poems("ada.txt", 40, 70);
    Path out = folder.resolve("tuned");
    String json =
        run(
            0,
            "tune",
            "--base",
            base,
            "--poems",
            ada,
            "--poems",
            poems("bob.txt", 70, 100),
            "--out",
            out,
            "--config",
            settings,
            "--json");
    JsonNode told = new ObjectMapper().readTree(json);
    assertTrue(told.path("held_out").path("words").asInt() > 0, json);
    assertTrue(
        told.path("held_out").path("after").asDouble()
            < told.path("held_out").path("before").asDouble(),
        json);
    assertTrue(told.path("base_text").path("after").asDouble() > 1, json);
    assertEquals(2, told.path("curve").size());
    String lines = run(0, "evaluate", "--model", out, "--text", ada, "--lines");
    assertEquals(120, lines.lines().count());
    assertTrue(lines.startsWith("0\t-"), lines);
  }
}
