package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Origin;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.JsonMutation;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;

/** Exports that somebody has edited. */
class PoemLinesFuzzTest {
  private static final int FILES = Fuzz.count("files", 300);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ArchivedPoem poem(String text) {
    return new ArchivedPoem(
        new Submission(
            new Author("discord", "7", "Ada"),
            "here",
            "Late",
            text,
            new Consent(true, true, false, "1", NOW),
            PoemStatus.APPROVED),
        NOW,
        List.of(new ArchivedPoem.Vote("telegram", "8", NOW)),
        Optional.of(new Origin("CC0-1.0", "a book")));
  }

  private static List<String> file(Random random) {
    List<ArchivedPoem> poems = List.of(poem("The moon\nis late"), poem("I wait"));
    var lines = new ArrayList<>(PoemLines.written(poems, NOW));
    int at = random.nextInt(lines.size());
    lines.set(at, random.nextBoolean() ? text(lines, at, random) : json(lines.get(at), random));
    if (random.nextInt(10) == 0) {
      lines.remove(random.nextInt(lines.size()));
    }
    return lines;
  }

  private static String text(List<String> lines, int at, Random random) {
    return Mutation.of(lines.get(at), lines, random);
  }

  private static String json(String line, Random random) {
    try {
      return JsonMutation.of((ObjectNode) JSON.readTree(line), Set.of(), random).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anExportIsTakenWholeOrRefusedWithItsFaults() {
    Fuzz.of("export files", PoemLinesFuzzTest::file, Shrinker.list())
        .run(
            FILES,
            lines -> {
              try {
                List<ArchivedPoem> poems = PoemLines.read(lines);
                assertEquals(poems, PoemLines.read(PoemLines.written(poems, NOW)));
              } catch (PoemLines.Faulty e) {
                assertTrue(e.getMessage().startsWith("Nothing was imported:"), e.getMessage());
                assertTrue(e.getMessage().length() < 2000, e.getMessage());
              }
            });
  }

  @Test
  void whateverStandsInAPoemComesBackTheSame() {
    Fuzz.of("exported poems", Nasty::text, Shrinker.text())
        .run(
            FILES,
            text -> {
              List<ArchivedPoem> poems = List.of(poem("The moon " + shortened(text)));
              assertEquals(poems, PoemLines.read(PoemLines.written(poems, NOW)));
            });
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(3000, text.length()));
  }
}
