package rhapsode.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.Fakes.FakeSchool;
import rhapsode.wording.Phrase;

/** A terminal that can do nothing but print. */
class DumbTerminalTest {
  @TempDir Path folder;

  private String session(String typed, Path home) throws IOException {
    var community = new Community();
    var school = new FakeSchool(new Lesson.Declined(Phrase.of("retrain.no-poem")));
    var router = new Router(Fakes.commands(new FakePoet(), community, school));
    var out = new ByteArrayOutputStream();
    try (var terminal = new DumbTerminal(new ByteArrayInputStream(typed.getBytes(UTF_8)), out)) {
      Console.run(router, terminal, home, "Hello.");
    }
    return out.toString(UTF_8);
  }

  @Test
  void progressIsALineForEveryTenth() throws IOException {
    String said = session("/retrain\n", folder);
    assertTrue(said.contains("Hello."), said);
    assertEquals(11, said.lines().filter(line -> line.contains("Learning: ")).count(), said);
    assertTrue(said.contains("There is no poem to learn from yet"), said);
    assertFalse(said.contains("\u001B["), said);
  }

  @Test
  void aHistoryThatCannotBeReadHurtsNobody() throws IOException {
    Path history = folder.resolve(Console.HISTORY);
    Files.write(history, new byte[] {1, 2, (byte) 0xFF, 10, 58});
    assertTrue(session("/poem rain\n", folder).contains("About rain"));
    Files.delete(history);
    Files.createDirectory(history);
    assertTrue(session("/poem rain\n", folder).contains("About rain"));
  }
}
