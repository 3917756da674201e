package rhapsode.prosody;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the words that every speaker, and every lexicon, says alike. Thread-safe; an answer costs a
 * few look-ups and no rules.
 */
final class Certainty {
  /** Plain or a possessive; not the elisions of verse. */
  private static final Pattern PLAIN = Pattern.compile("[a-z]{2,}('s)?|[aio]");

  /** Contractions that lexicons list. */
  private static final Pattern CONTRACTION =
      Pattern.compile("(i|you|he|she|it|we|they)'(m|s|d|ll|ve|re)|[a-z]+n't");

  /**
   * Sounds whose syllables speakers run together: a weak vowel after another one (quiet, power,
   * spire, glorious, but not going), and one that opens before a liquid or a nasal and a weak vowel
   * (memory, different, traveler, opening).
   */
  private static final Pattern VARIABLE =
      Pattern.compile(
          ".*([A-Z]{2}[0-9] ((AH|ER)0|IH0(?! NG( |$)))|ER0 [A-Z]{2}0|AH0 L (IH0 NG|ER0|AH0)"
              + "|AH0 N (IH0 NG|ER0)|A[YW][0-9] R( |$)).*");

  /** Spellings of such: trembl-ing, fin-ally, chasm, rhythm. */
  private static final Pattern VARIABLE_SPELLING =
      Pattern.compile(".*([aeiouy].*[^aeiouylr]l(ing|er)s?|ally|[st]hms?|sms?)");

  /** Shadow rhymes with snow where a lexicon stresses its last vowel. */
  private static final Pattern WEAK_O = Pattern.compile(".*[0-9].* OW0( Z)?");

  private final Speech speech;
  private final Set<String> words = TextResource.words("variable-words.txt");
  private final Set<String> rhymes = TextResource.words("variable-rhymes.txt");

  Certainty(Speech speech) {
    this.speech = speech;
  }

  /** Whether all say the word with as many syllables and the same stress. */
  boolean ofMetre(String word) {
    String host = host(word);
    return !words.contains(host)
        && !VARIABLE_SPELLING.matcher(host).matches()
        && sounds(word)
            .filter(sounds -> !VARIABLE.matcher(sounds.toString()).matches())
            .isPresent();
  }

  /** As {@link #ofMetre}, and all begin the same rhyme on it. */
  boolean ofRhyme(String word) {
    return !rhymes.contains(host(word))
        && ofMetre(word)
        && !WEAK_O.matcher(speech.pronounce(word).toString()).matches();
  }

  private Optional<Pronunciation> sounds(String word) {
    if (CONTRACTION.matcher(word).matches()) {
      return speech.known(word);
    }
    return PLAIN.matcher(word).matches() ? speech.listed(host(word)) : Optional.empty();
  }

  private static String host(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}
