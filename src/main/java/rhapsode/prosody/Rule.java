package rhapsode.prosody;

import java.util.Optional;

/** Derives the pronunciation of a word from a word, or words, it is made of. */
@FunctionalInterface
interface Rule {
  /**
   * Pronounces a word by this rule.
   *
   * @param word in the normal form of {@link Spelling}
   * @param speaker pronounces the parts
   * @return empty if the rule does not apply
   */
  Optional<Pronunciation> derive(String word, Speaker speaker);

  /** Pronounces the parts of a word, without guessing. */
  interface Speaker {
    /** A word that stands in a lexicon. */
    Optional<Pronunciation> listed(String word);

    /** A word that stands in a lexicon or follows from one by a rule; never silent. */
    Optional<Pronunciation> known(String word);
  }
}
