package rhapsode.learning;

import rhapsode.wording.Phrase;

/** Where the model in service stands. Thread-safe. */
public interface Stage {
  /**
   * Makes a model ready to come on: reads it, which may fail.
   *
   * @return what lets it come on, at once and without fail: poems begun from then on are written by
   *     it, those under way end on the one before
   * @throws RuntimeException if it cannot be read
   */
  Runnable ready(String model);

  /** The name of the model in service. */
  String current();

  /** One line on the model in service: network, vocabulary, parameters. */
  Phrase description();
}
