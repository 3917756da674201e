package rhapsode.prosody;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sounds of English endings, and the spellings of the stems before them. */
final class Endings {
  /**
   * Stems that have seldom lost an e: touch-ed, bow-ed, wing-ed, but not hop-ed, chang-ed,
   * pleas-ed.
   */
  private static final Pattern WHOLE =
      Pattern.compile(".*([owxy]|[^aeiou][^aeioucgvszhl]|[cs]h|[io]ng)");

  private Endings() {}

  /** Plural, possessive, third person: cats, dogs, roses. */
  static Pronunciation plural(Pronunciation stem) {
    if (stem.last().sibilant()) {
      return stem.then("AH Z");
    }
    return stem.then(stem.last().voiced() ? "Z" : "S");
  }

  /** Past tense: looked, loved, parted. */
  static Pronunciation past(Pronunciation stem) {
    if (stem.last() == Phoneme.T || stem.last() == Phoneme.D) {
      return stem.then("AH D");
    }
    return stem.then(stem.last().voiced() ? "D" : "T");
  }

  /** An ending after a stem; a sound that meets itself is spoken once: full-ly, beautifully. */
  static Pronunciation append(Pronunciation stem, String sounds) {
    Pronunciation ending = Pronunciation.parse(sounds);
    Phoneme first = ending.phonemes().get(0);
    boolean doubled = stem.last() == first && (first == Phoneme.L || first == Phoneme.IY);
    return (doubled ? stem.upTo(stem.phonemes().size() - 1) : stem).then(ending);
  }

  /** Trembl-ing, nobl-y: the syllable of a final -le goes when a vowel follows. */
  static Pronunciation appendToLe(Pronunciation stem, String sounds) {
    int end = stem.phonemes().size();
    boolean syllabic =
        stem.last() == Phoneme.L && end > 2 && stem.phonemes().get(end - 2) == Phoneme.AH;
    return syllabic ? stem.upTo(end - 2).then("L").then(sounds) : stem.then(sounds);
  }

  /**
   * The word that loses a letter, or changes it, before an ending that begins with a vowel: lov-ed,
   * stopp-ed, cri-ed, look-ed.
   */
  static Optional<Pronunciation> beforeVowel(String stem, Rule.Speaker speaker) {
    return first(vowelStems(stem), speaker);
  }

  /** The word before an ending that begins with a consonant: happi-ness, full-ness. */
  static Optional<Pronunciation> beforeConsonant(String stem, Rule.Speaker speaker) {
    Stream<String> stems =
        stem.endsWith("i") ? Stream.of(cut(stem) + "y", stem) : Stream.of(stem, stem + "l");
    return first(stems.toList(), speaker);
  }

  private static List<String> vowelStems(String stem) {
    if (stem.length() < 2) {
      return List.of();
    }
    char last = stem.charAt(stem.length() - 1);
    if (last == stem.charAt(stem.length() - 2)) {
      return List.of(stem, cut(stem), stem + "e");
    }
    if (last == 'i') {
      return List.of(cut(stem) + "y", stem + "e", stem);
    }
    return WHOLE.matcher(stem).matches() ? List.of(stem, stem + "e") : List.of(stem + "e", stem);
  }

  /** A listed stem comes before any that is itself derived: repent-ing is not made of "pente". */
  private static Optional<Pronunciation> first(List<String> stems, Rule.Speaker speaker) {
    return Stream.concat(stems.stream().map(speaker::listed), stems.stream().map(speaker::known))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String cut(String stem) {
    return stem.substring(0, stem.length() - 1);
  }
}
