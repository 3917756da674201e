package rhapsode.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Attachment;
import rhapsode.wording.Wording;

/** Where files that come with replies are saved; nothing that is there is overwritten. */
record Exports(Path folder, Wording wording) {
  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

  /**
   * Saves a file.
   *
   * @return what to tell about it: where it is, or all that is in it if it cannot be saved
   */
  String save(Attachment file) {
    try {
      Files.createDirectories(folder);
      return wording.say("console.saved", written(file)) + "\n";
    } catch (IOException e) {
      LOG.warn("{} could not be saved in {}, and is shown instead", file.name(), folder, e);
      return text(file);
    }
  }

  private Path written(Attachment file) throws IOException {
    for (int number = 1; ; number++) {
      Path target = folder.resolve(number == 1 ? file.name() : numbered(file.name(), number));
      try (InputStream content = file.content()) {
        Files.copy(content, target);
        return target;
      } catch (FileAlreadyExistsException e) {
        LOG.debug("{} is there already", target);
      }
    }
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    return name.substring(0, end) + "-" + number + name.substring(end);
  }

  private static String text(Attachment file) {
    try (InputStream content = file.content()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
