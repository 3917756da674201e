package rhapsode.prosody;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
          "[A-Z]{2}[0-9] ((AH|ER)0|IH0(?! NG( |$)))|ER0 [A-Z]{2}0|AH0 L (IH0 NG|ER0|AH0)"
              + "|AH0 N (IH0 NG|ER0)|A[YW][0-9] R( |$)");

  /** Spellings of such: trembl-ing, fin-ally, chasm, rhythm. */
  private static final Pattern VARIABLE_SPELLING =
      Pattern.compile("([aeiouy].*[^aeiouylr]l(ing|er)s?|ally|[st]hms?|sms?)$");

  /** Shadow rhymes with snow where a lexicon stresses its last vowel. */
  private static final Pattern WEAK_O = Pattern.compile("[0-9].* OW0( Z)?$");

  private final Speech speech;
  private final Function<String, Pronunciation> pronounce;
  private final Set<String> words = TextResource.words("variable-words.txt");
  private final Set<String> rhymes = TextResource.words("variable-rhymes.txt");

  /**
   * Asks a speech.
   *
   * @param pronounce {@link Speech#pronounce}, which may remember what it said
   */
  Certainty(Speech speech, Function<String, Pronunciation> pronounce) {
    this.speech = speech;
    this.pronounce = pronounce;
  }

  /** How far all say the word alike. */
  Agreement of(String word) {
    String host = host(word);
    if (words.contains(host) || VARIABLE_SPELLING.matcher(host).find()) {
      return Agreement.NONE;
    }
    return listed(word, host)
        .map(pronounce)
        .map(Pronunciation::toString)
        .filter(sounds -> !VARIABLE.matcher(sounds).find())
        .map(sounds -> !rhymes.contains(host) && !WEAK_O.matcher(sounds).find())
        .map(rhymesToAll -> rhymesToAll ? Agreement.RHYME : Agreement.METRE)
        .orElse(Agreement.NONE);
  }

  /** What any lexicon has of the word: a contraction as a whole, of a possessive the host. */
  private Optional<String> listed(String word, String host) {
    return CONTRACTION.matcher(word).matches()
        ? Optional.of(word).filter(contraction -> speech.known(contraction).isPresent())
        : Optional.of(host).filter(plain -> PLAIN.matcher(word).matches() && speech.lists(plain));
  }

  private static String host(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}
