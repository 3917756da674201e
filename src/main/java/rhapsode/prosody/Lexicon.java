package rhapsode.prosody;

import java.util.Optional;

/** Pronunciations of plain words: lower case letters a-z only. Implementations are thread-safe. */
interface Lexicon {
  /** Whether the lexicon has the word. */
  boolean has(String word);

  /** How the word is pronounced, if the lexicon has it. */
  Optional<Pronunciation> find(String word);

  /** How a word spelled so would probably be pronounced; silent if the rules find no sound. */
  Pronunciation guess(String word);
}
