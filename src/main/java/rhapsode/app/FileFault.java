package rhapsode.app;

import java.io.IOException;

/** A file that cannot be read or written; the message is a sentence for the user. */
final class FileFault extends RuntimeException {
  FileFault(String sentence, IOException cause) {
    super(sentence, cause);
  }
}
