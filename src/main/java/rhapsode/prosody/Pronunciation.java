package rhapsode.prosody;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a word sounds. Immutable, hence thread-safe.
 *
 * @param phonemes the sounds in order; empty for what is not spoken
 * @param stresses one per vowel, in order
 */
public record Pronunciation(List<Phoneme> phonemes, List<Stress> stresses) {
  /** What has no sound: punctuation, an emoji, a script that English does not spell. */
  public static final Pronunciation SILENT = new Pronunciation(List.of(), List.of());

  public Pronunciation {
    phonemes = List.copyOf(phonemes);
    stresses = List.copyOf(stresses);
    long vowels = phonemes.stream().filter(Phoneme::vowel).count();
    if (vowels != stresses.size()) {
      throw new IllegalArgumentException(vowels + " vowels with " + stresses.size() + " stresses");
    }
  }

  /**
   * Reads CMU's notation.
   *
   * @param arpabet sounds separated by blanks, a digit after each stressed vowel: {@code M UW1 N L
   *     AY2 T}; a vowel without a digit is unstressed, {@code AX} is an unstressed {@code AH}
   * @throws IllegalArgumentException if a sound is none of ARPAbet's
   */
  public static Pronunciation parse(String arpabet) {
    List<Phoneme> phonemes = new ArrayList<>();
    List<Stress> stresses = new ArrayList<>();
    for (String symbol : arpabet.split(" ")) { // A pattern takes ten times as long.
      if (symbol.isEmpty()) {
        continue;
      }
      int last = symbol.length() - 1;
      boolean marked = Character.isDigit(symbol.charAt(last));
      String name = marked ? symbol.substring(0, last) : symbol;
      Phoneme phoneme = name.equals("AX") ? Phoneme.AH : Phoneme.valueOf(name);
      phonemes.add(phoneme);
      if (phoneme.vowel()) {
        stresses.add(marked ? Stress.of(symbol.charAt(last)) : Stress.NONE);
      }
    }
    return new Pronunciation(phonemes, stresses);
  }

  /** How many syllables; 0 for what is silent and for a clitic such as the {@code 'd} of look'd. */
  public int syllables() {
    return stresses.size();
  }

  /** Whether it is not spoken at all. */
  public boolean silent() {
    return phonemes.isEmpty();
  }

  /**
   * The stresses as digits, one per syllable: {@code 12} for moonlight, {@code 010} for tomorrow.
   */
  public String stressPattern() {
    return stresses.stream().map(s -> String.valueOf(s.digit())).collect(Collectors.joining());
  }

  /**
   * The sounds from the last stressed vowel on, or from the first vowel if none is stressed (as in
   * {@code the}), those merged that no ear tells apart there. Two words rhyme perfectly if this is
   * the same and {@link #onset} is not. Empty if there is no vowel; such words rhyme with nothing.
   */
  public String rhymingPart() {
    return stresses.isEmpty() ? "" : Sameness.of(phonemes, stresses, rhymeStart());
  }

  /**
   * The consonants that open the syllable where {@link #rhymingPart} begins; may be empty. An ER
   * before that vowel gives it its R, as in {@code arise, forever}.
   */
  public String onset() {
    if (stresses.isEmpty()) {
      return "";
    }
    int start = rhymeStart();
    if (start > 0 && phonemes.get(start - 1) == Phoneme.ER) {
      return Phoneme.R.name();
    }
    return Onsets.before(phonemes, start).stream()
        .map(Phoneme::name)
        .collect(Collectors.joining(" "));
  }

  /** As {@link #rhymingPart}, sound by sound and nothing merged; not for what has no vowel. */
  List<Phoneme> rhyme() {
    return phonemes.subList(rhymeStart(), phonemes.size());
  }

  /** Words spoken in a row. */
  static Pronunciation join(List<Pronunciation> words) {
    return new Pronunciation(
        words.stream().flatMap(word -> word.phonemes.stream()).toList(),
        words.stream().flatMap(word -> word.stresses.stream()).toList());
  }

  /** This word and another spoken as one, as in a compound. */
  public Pronunciation then(Pronunciation next) {
    return join(List.of(this, next));
  }

  /** The same with sounds added that carry no stress: {@code then("AH D")}. */
  Pronunciation then(String arpabet) {
    return then(parse(arpabet));
  }

  /** The same after {@code SECONDARY} takes the place of {@code PRIMARY}. */
  Pronunciation demoted() {
    return new Pronunciation(
        phonemes,
        stresses.stream().map(s -> s.stressed() ? Stress.SECONDARY : Stress.NONE).toList());
  }

  /** The same without the sounds from the given index on, and without their stresses. */
  Pronunciation upTo(int end) {
    List<Phoneme> kept = phonemes.subList(0, end);
    int vowels = (int) kept.stream().filter(Phoneme::vowel).count();
    return new Pronunciation(kept, stresses.subList(0, vowels));
  }

  /**
   * The same after one vowel has gone, with the consonants before it if it opened the word: {@code
   * heav'n, 'gainst}. An ER leaves its R.
   */
  Pronunciation without(int syllable) {
    int vowel = vowelAt(syllable);
    List<Phoneme> sounds =
        new ArrayList<>(phonemes.subList(syllable == 0 ? vowel : 0, phonemes.size()));
    int at = syllable == 0 ? 0 : vowel;
    if (sounds.get(at) == Phoneme.ER) {
      sounds.set(at, Phoneme.R);
    } else {
      sounds.remove(at);
    }
    List<Stress> rest = new ArrayList<>(stresses);
    rest.remove(syllable);
    return new Pronunciation(sounds, rest);
  }

  /** The index in {@link #phonemes} of the vowel of a syllable. */
  int vowelAt(int syllable) {
    int seen = 0;
    for (int i = 0; i < phonemes.size(); i++) {
      if (phonemes.get(i).vowel() && seen++ == syllable) {
        return i;
      }
    }
    throw new IllegalArgumentException("no syllable " + syllable + " in " + this);
  }

  /** The last sound. */
  Phoneme last() {
    return phonemes.get(phonemes.size() - 1);
  }

  private int rhymeStart() {
    int last = stresses.size() - 1;
    while (last > 0 && !stresses.get(last).stressed()) {
      last--;
    }
    return vowelAt(last);
  }

  /** CMU's notation, as {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int syllable = 0;
    for (Phoneme phoneme : phonemes) {
      text.append(text.isEmpty() ? "" : " ").append(phoneme);
      if (phoneme.vowel()) {
        text.append(stresses.get(syllable++).digit());
      }
    }
    return text.toString();
  }
}
