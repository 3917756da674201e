package rhapsode.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Attachment;
import rhapsode.wording.Wording;

/** Files that the console is given. */
class ExportsTest {
  private final Wording wording = Wording.of(Locale.ENGLISH);
  @TempDir Path folder;

  private static Attachment file(String text) {
    return new Attachment("data.json", "application/json", text.getBytes(UTF_8));
  }

  @Test
  void aFileIsSavedAndNoneIsOverwritten() throws IOException {
    Path exports = folder.resolve("exports");
    var saved = new Exports(exports, wording);
    assertEquals("Saved as " + exports.resolve("data.json") + "\n", saved.save(file("one")));
    assertEquals("Saved as " + exports.resolve("data-2.json") + "\n", saved.save(file("two")));
    assertEquals("one", Files.readString(exports.resolve("data.json")));
    assertEquals("two", Files.readString(exports.resolve("data-2.json")));
  }

  @Test
  void whatCannotBeSavedIsShown() throws IOException {
    Path file = Files.createFile(folder.resolve("exports"));
    assertEquals("one", new Exports(file, wording).save(file("one")));
  }

  @Test
  void aFilesNameLeadsNowhereElse() {
    for (String name : new String[] {"../data", "a/b", "", ".hidden", "a\nb"}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Attachment(name, "text/plain", new byte[0]));
    }
  }
}
