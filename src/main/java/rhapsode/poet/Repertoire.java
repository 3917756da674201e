package rhapsode.poet;

import rhapsode.language.Capitals;
import rhapsode.language.LanguageModel;

/**
 * What a poet writes with.
 *
 * @param model belongs to the poet's thread from now on
 * @param heard what must not be repeated
 * @param capitals words that are written with a capital wherever they stand
 */
public record Repertoire(LanguageModel model, Heard heard, Capitals capitals) {
  /** A model with nothing beside it. */
  public static Repertoire of(LanguageModel model) {
    return new Repertoire(model, Heard.NOTHING, Capitals.NONE);
  }
}
