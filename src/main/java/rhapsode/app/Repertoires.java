package rhapsode.app;

import java.nio.file.Path;
import java.util.List;
import rhapsode.language.Capitals;
import rhapsode.language.Tokenizer;
import rhapsode.network.ModelFolder;
import rhapsode.network.NetworkModel;
import rhapsode.poet.Heard;
import rhapsode.poet.Repertoire;

/** Loads what a poet writes with: a model and what was shipped with it. */
final class Repertoires {
  private Repertoires() {}

  /**
   * The model in a folder.
   *
   * @throws rhapsode.network.ModelException if there is none, or it is damaged
   */
  static Repertoire of(Path folder) {
    var files = new ModelFolder(folder);
    Heard heard =
        files
            .phrases()
            .map(index -> new Heard(List.of(index.forbidden()), List.of(index.worn())))
            .orElse(Heard.NOTHING);
    return new Repertoire(
        NetworkModel.load(folder),
        heard,
        files.capitals().orElse(Capitals.NONE),
        StarterCorpus.poems().stream().map(Tokenizer::poem).toList());
  }
}
