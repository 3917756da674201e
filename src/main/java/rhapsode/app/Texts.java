package rhapsode.app;

import java.nio.file.Path;
import java.util.List;
import rhapsode.language.Corpus;

/** Poems out of files. */
final class Texts {
  private Texts() {}

  /**
   * The poems of all these files.
   *
   * @throws rhapsode.language.CorpusException if one is missing or holds none
   */
  static List<String> of(List<Path> files) {
    return files.stream().flatMap(file -> Corpus.texts(file).stream()).toList();
  }
}
