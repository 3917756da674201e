package rhapsode.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseCollector;
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
 * @param community the poems that models are trained on
 * @param unsaid phrases of several words that no poem shall have
 */
record Repertoires(Texts community, List<String> unsaid) {
  /** Models that no community has taught. */
  static final Repertoires PLAIN = new Repertoires(reader -> {}, List.of());

  /** Texts that need not all be in memory at once. */
  interface Texts {
    /** Hands over one after the other. */
    void forEach(Consumer<String> reader);

    /**
     * All of them, or of too many each with the same chance (Vitter 1985, "Random sampling with a
     * reservoir", algorithm R), the same every time.
     */
    default List<String> sample(int most) {
      var sample = new ArrayList<String>();
      var seen = new int[1];
      var random = new SplittableRandom(1);
      forEach(
          text -> {
            seen[0]++;
            int place = random.nextInt(seen[0]);
            if (sample.size() < most) {
              sample.add(text);
            } else if (place < most) {
              sample.set(place, text);
            }
          });
      return sample;
    }
  }

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

  /** The same without what the community gave, which takes long to read where that is much. */
  Repertoires withoutCommunity() {
    return new Repertoires(PLAIN.community, unsaid);
  }

  /** What a poet with the model in a folder must not repeat. */
  Heard heard(Path folder) {
    return heard(new ModelFolder(folder).phrases());
  }

  private Heard heard(Optional<PhraseIndex> index) {
    var copied = new PhraseCollector(PhraseIndex.COPIED);
    community.forEach(text -> copied.add(PhraseHash.poem(text)));
    var forbidden = new ArrayList<Phrases>();
    index.map(PhraseIndex::forbidden).ifPresent(forbidden::add);
    forbidden.addAll(copied.phrases());
    unsaid.stream()
        .map(PhraseHash::poem)
        .filter(words -> words.length > 0)
        .map(words -> PhraseSet.of(words.length, List.of(words)))
        .forEach(forbidden::add);
    return new Heard(forbidden, index.<List<Phrases>>map(i -> List.of(i.worn())).orElse(List.of()));
  }
}
