package rhapsode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import rhapsode.community.KnownVerse;
import rhapsode.community.RefusedWords;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseIndex;
import rhapsode.language.Phrases;
import rhapsode.network.ModelFolder;
import rhapsode.yaml.YamlException;

/** What poems are held against that come with the program or its settings. */
final class HouseRules {
  private static final Path USUAL = Path.of("config", "moderation", "refused-words.txt");

  /** Fewer phrases may be there by chance, for an index errs now and then. */
  private static final int LEAST = 3;

  private HouseRules() {}

  /**
   * The words that are refused.
   *
   * @param file as set; empty for the usual list, and for none where that is missing
   * @throws YamlException if a file that is set cannot be read
   */
  static RefusedWords words(Optional<Path> file) {
    Path list = Home.find(file.orElse(USUAL));
    if (file.isEmpty() && !Files.exists(list)) {
      return RefusedWords.NONE;
    }
    try {
      return RefusedWords.of(Files.readAllLines(list));
    } catch (IOException e) {
      throw new YamlException(
          "The list of refused words %s cannot be read; community.refused-words names it."
              .formatted(list),
          e);
    }
  }

  /** The verse of a model's training text; none if the model does not know it. */
  static KnownVerse known(Path model) {
    return new ModelFolder(model)
        .phrases()
        .map(PhraseIndex::forbidden)
        .<KnownVerse>map(phrases -> text -> share(phrases, text))
        .orElse(KnownVerse.NONE);
  }

  private static double share(Phrases phrases, String text) {
    long[] words = PhraseHash.poem(text);
    int all = words.length - phrases.length() + 1;
    int held = 0;
    for (int from = 0; from < all; from++) {
      held += phrases.holds(words, from) ? 1 : 0;
    }
    return held < LEAST ? 0 : (double) held / all;
  }
}
