package rhapsode.poet;

import rhapsode.prosody.Pronunciation;

/**
 * A word of a poem in the making, or a punctuation mark, which is silent.
 *
 * @param text as it will be shown
 * @param id as the model reads it
 * @param sound as it is spoken
 * @param rhymingPart {@link Pronunciation#rhymingPart} of the sound, which is asked for often
 * @param onset {@link Pronunciation#onset} of the sound
 */
record Word(String text, int id, Pronunciation sound, String rhymingPart, String onset) {
  static Word of(String text, int id, Pronunciation sound) {
    return new Word(text, id, sound, sound.rhymingPart(), sound.onset());
  }

  int syllables() {
    return sound.syllables();
  }

  boolean isSpoken() {
    return !sound.silent();
  }

  /** Whether it rhymes perfectly with another. */
  boolean rhymes(Word other) {
    return rhymingPart.equals(other.rhymingPart) && !onset.equals(other.onset);
  }
}
