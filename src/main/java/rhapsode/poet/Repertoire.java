package rhapsode.poet;

import java.util.List;
import rhapsode.language.Capitals;
import rhapsode.language.LanguageModel;

/**
 * What a poet writes with.
 *
 * @param model belongs to the poet's thread from now on
 * @param heard what must not be repeated
 * @param capitals words that are written with a capital wherever they stand
 * @param preludes poems as tokens, one of which the model reads before it writes: in training a
 *     poem always came behind another, and before the first word of all texts a network knows
 *     nothing
 */
public record Repertoire(
    LanguageModel model, Heard heard, Capitals capitals, List<List<String>> preludes) {
  public Repertoire {
    preludes = List.copyOf(preludes);
  }

  /** A model with nothing beside it. */
  public static Repertoire of(LanguageModel model) {
    return new Repertoire(model, Heard.NOTHING, Capitals.NONE, List.of());
  }
}
