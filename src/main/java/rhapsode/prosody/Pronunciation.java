package rhapsode.prosody;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a word sounds. Immutable.
 *
 * @param phones CMU's phones in FreeTTS' spelling: lower case, vowels with a 1 behind them where
 *     stressed, {@code ax} for the murmured vowel; empty for what is silent
 */
public record Pronunciation(List<String> phones) {
  private static final Set<String> VOWELS =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh",
          "uw");

  /** Of punctuation, emoji and the like. */
  public static final Pronunciation SILENT = new Pronunciation(List.of());

  public Pronunciation {
    phones = List.copyOf(phones);
  }

  static boolean isVowel(String phone) {
    return VOWELS.contains(plain(phone));
  }

  private static boolean isStressed(String phone) {
    return phone.endsWith("1");
  }

  private static String plain(String phone) {
    return isStressed(phone) ? phone.substring(0, phone.length() - 1) : phone;
  }

  public int syllables() {
    return (int) phones.stream().filter(Pronunciation::isVowel).count();
  }

  /** One sign a syllable: {@code /} stressed, {@code x} not. */
  public String stresses() {
    return phones.stream()
        .filter(Pronunciation::isVowel)
        .map(phone -> isStressed(phone) ? "/" : "x")
        .collect(Collectors.joining());
  }

  /**
   * The sounds from the last stressed vowel on (from the last vowel, if none is stressed): two
   * words rhyme perfectly if these are the same and what stands before them is not. Empty if there
   * is no vowel.
   */
  public String rhymingPart() {
    int from = rhymingVowel();
    return from < 0 ? "" : sounds(phones.subList(from, phones.size()));
  }

  /** The consonants right before {@link #rhymingPart}. */
  public String onset() {
    int vowel = Math.max(0, rhymingVowel());
    int from = vowel;
    while (from > 0 && !isVowel(phones.get(from - 1))) {
      from--;
    }
    return sounds(phones.subList(from, vowel));
  }

  private int rhymingVowel() {
    int last = -1;
    for (int i = phones.size() - 1; i >= 0; i--) {
      if (isVowel(phones.get(i))) {
        if (isStressed(phones.get(i))) {
          return i;
        }
        last = Math.max(last, i);
      }
    }
    return last;
  }

  /** The last vowel, without stress; empty if there is none. */
  String lastVowel() {
    return phones.stream()
        .filter(Pronunciation::isVowel)
        .reduce((a, b) -> b)
        .map(phone -> sounds(List.of(phone)))
        .orElse("");
  }

  /** The consonants after the last vowel. */
  String coda() {
    int from = phones.size();
    while (from > 0 && !isVowel(phones.get(from - 1))) {
      from--;
    }
    return sounds(phones.subList(from, phones.size()));
  }

  /** Without stress marks; the murmured vowel counts as the one it is a shade of. */
  private static String sounds(List<String> phones) {
    return phones.stream()
        .map(Pronunciation::plain)
        .map(phone -> phone.equals("ax") ? "ah" : phone)
        .collect(Collectors.joining(" "));
  }
}
