package rhapsode.learning;

import rhapsode.wording.Phrase;

/** Where the model in service stands. Thread-safe. */
public interface Stage {
  /** Poems begun from now on are written by the model of this name. */
  void enter(String model);

  /** The name of the model in service. */
  String current();

  /** One line on the model in service: network, vocabulary, parameters. */
  Phrase description();
}
