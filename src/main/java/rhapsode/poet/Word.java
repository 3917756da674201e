package rhapsode.poet;

import rhapsode.prosody.Pronunciation;

/**
 * A word of a poem in the making, or a punctuation mark, which is silent.
 *
 * @param text as it will be shown
 * @param id in the model's vocabulary
 * @param reading what the model reads for it: its id, or a {@link StandIn} for an unknown word
 * @param sound as it is spoken
 * @param rhymingPart {@link Pronunciation#rhymingPart} of the sound, which is asked for often
 * @param onset {@link Pronunciation#onset} of the sound
 */
record Word(
    String text, int id, int reading, Pronunciation sound, String rhymingPart, String onset) {
  static Word of(String text, int id, Pronunciation sound) {
    return new Word(text, id, id, sound, sound.rhymingPart(), sound.onset());
  }

  /** The same read as another word by the model. */
  Word readAs(int other) {
    return new Word(text, id, other, sound, rhymingPart, onset);
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
