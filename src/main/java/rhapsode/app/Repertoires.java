package rhapsode.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseIndex;
import rhapsode.language.PhraseSet;
import rhapsode.language.Phrases;
import rhapsode.language.Tokenizer;
import rhapsode.network.ModelFolder;
import rhapsode.network.NetworkModel;
import rhapsode.poet.Heard;
import rhapsode.poet.Repertoire;

/**
 * Loads what a poet writes with: a model, what was shipped with it, and what it may have learned
 * from the community.
 *
 * @param community the poems that models are trained on, as texts
 * @param unsaid phrases of several words that no poem shall have
 */
record Repertoires(Supplier<List<String>> community, List<String> unsaid) {
  /** Models that no community has taught. */
  static final Repertoires PLAIN = new Repertoires(List::of, List.of());

  /**
   * The model in a folder.
   *
   * @throws rhapsode.network.ModelException if there is none, or it is damaged
   */
  Repertoire of(Path folder) {
    var files = new ModelFolder(folder);
    return new Repertoire(
        NetworkModel.load(files),
        heard(files.phrases()),
        files.capitals().orElse(Capitals.NONE),
        StarterCorpus.poems().stream().map(Tokenizer::poem).toList());
  }

  private Heard heard(Optional<PhraseIndex> index) {
    List<long[]> poems = community.get().stream().map(PhraseHash::poem).toList();
    var forbidden = new ArrayList<Phrases>();
    index.map(PhraseIndex::forbidden).ifPresent(forbidden::add);
    forbidden.add(PhraseSet.of(PhraseIndex.COPIED, poems));
    unsaid.stream()
        .map(PhraseHash::poem)
        .filter(words -> words.length > 0)
        .map(words -> PhraseSet.of(words.length, List.of(words)))
        .forEach(forbidden::add);
    return new Heard(forbidden, index.<List<Phrases>>map(i -> List.of(i.worn())).orElse(List.of()));
  }
}
