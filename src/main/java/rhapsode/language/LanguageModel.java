package rhapsode.language;

/**
 * A model of which word comes next. Not thread-safe: one thread at a time uses a model and what it
 * began.
 */
public interface LanguageModel {
  /** The name of the model, as shown to people. */
  String name();

  Vocabulary vocabulary();

  /**
   * How alike the model finds all words to one: the cosines of their vectors, one a word of the
   * vocabulary, or nothing if it has no vectors.
   *
   * @param word its id
   */
  float[] likeness(int word);

  /** In which order it goes through the words of a line. */
  LineOrder order();

  /**
   * Begins a batch of texts, each before its first word: what they read first is usually {@link
   * Vocabulary#POEM}, the end of an earlier poem.
   *
   * @param rows how many texts, at least 1
   */
  Continuation begin(int rows);
}
