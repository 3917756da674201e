package rhapsode.prosody;

/** How two words chime. */
public enum Rhyme {
  /** The same sounds from the last stressed vowel on, different ones before it. */
  PERFECT,
  /** The last vowel or the consonants behind it are the same. */
  SLANT,
  /** The same word, or one that sounds like it where it would have to differ: leave, believe. */
  IDENTICAL,
  /** Not at all. */
  NONE;

  /** What two pronunciations make. A silent one chimes with nothing. */
  public static Rhyme between(Pronunciation one, Pronunciation other) {
    if (one.syllables() == 0 || other.syllables() == 0) {
      return NONE;
    }
    if (one.rhymingPart().equals(other.rhymingPart())) {
      return one.onset().equals(other.onset()) ? IDENTICAL : PERFECT;
    }
    boolean vowels = one.lastVowel().equals(other.lastVowel());
    boolean codas = !one.coda().isEmpty() && one.coda().equals(other.coda());
    boolean open = one.coda().isEmpty() && other.coda().isEmpty();
    return codas || (vowels && open) ? SLANT : NONE;
  }
}
