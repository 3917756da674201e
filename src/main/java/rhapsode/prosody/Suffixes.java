package rhapsode.prosody;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Inflection and derivation at the end of a word: {@code cometh, lovest, gladsome, dreamless}. */
final class Suffixes implements Rule {
  private static final int SHORTEST_STEM = 2;

  private record Suffix(
      String spelling,
      BiFunction<String, Speaker, Optional<Pronunciation>> stem,
      UnaryOperator<Pronunciation> join) {}

  /** Endings that begin with a consonant, and how they sound. */
  private static final String CONSONANT_ENDINGS =
      """
      ly=L IY,ness=N AH S,nesses=N AH S AH Z,less=L AH S,ful=F AH L,fulness=F AH L N AH S,\
      some=S AH M,ment=M AH N T,ship=SH IH P,hood=HH UH D,dom=D AH M,ward=W ER D,\
      wards=W ER D Z,like=L AY2 K,man=M AH N,men=M AH N,let=L AH T,ling=L IH NG,\
      ways=W EY2 Z,wise=W AY2 Z""";

  /** Endings that begin with a vowel, and how they sound. */
  private static final String VOWEL_ENDINGS =
      """
      ing=IH NG,ings=IH NG Z,eth=AH TH,est=AH S T,er=ER,ers=ER Z,y=IY,ish=IH SH,en=AH N,\
      ens=AH N Z,able=AH B AH L,ance=AH N S,or=ER,ors=ER Z,ist=IH S T,ism=IH Z AH M,\
      age=IH JH,al=AH L,ous=AH S""";

  /** In the order they are tried. */
  private static final List<Suffix> SUFFIXES =
      Stream.of(
              Stream.of(
                  new Suffix("s", Suffixes::listedPlain, Endings::plural),
                  new Suffix("ically", (s, speaker) -> speaker.known(s + "ic"), adds("L IY")),
                  new Suffix("ily", (s, speaker) -> speaker.known(s + "y"), Suffixes::happily),
                  noble("y", "IY"),
                  noble("er", "ER"),
                  noble("ers", "ER Z"),
                  noble("est", "AH S T")),
              table(CONSONANT_ENDINGS, Endings::beforeConsonant),
              Stream.of(new Suffix("ed", Endings::beforeVowel, Endings::past)),
              table(VOWEL_ENDINGS, Endings::beforeVowel),
              Stream.of(
                  new Suffix("es", Suffixes::hissing, Endings::plural),
                  new Suffix("s", Suffixes::plain, Endings::plural),
                  new Suffix("edst", (s, speaker) -> speaker.known(s + "ed"), adds("S T")),
                  new Suffix("st", (s, speaker) -> speaker.listed(s), adds("S T"))))
          .flatMap(suffixes -> suffixes)
          .toList();

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    return SUFFIXES.stream()
        .filter(suffix -> word.endsWith(suffix.spelling()))
        .map(suffix -> derive(word, suffix, speaker))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Pronunciation> derive(String word, Suffix suffix, Speaker speaker) {
    String stem = word.substring(0, word.length() - suffix.spelling().length());
    return stem.length() < SHORTEST_STEM
        ? Optional.empty()
        : suffix.stem().apply(stem, speaker).map(suffix.join());
  }

  private static Stream<Suffix> table(
      String endings, BiFunction<String, Speaker, Optional<Pronunciation>> stem) {
    return Stream.of(endings.split(","))
        .map(entry -> entry.split("="))
        .map(entry -> new Suffix(entry[0], stem, adds(entry[1])));
  }

  private static UnaryOperator<Pronunciation> adds(String sounds) {
    return stem -> Endings.append(stem, sounds);
  }

  /** Churches, goes, cries: an e of the ending's own. */
  private static Optional<Pronunciation> hissing(String stem, Speaker speaker) {
    return "sxzhoi".indexOf(stem.charAt(stem.length() - 1)) < 0
        ? Optional.empty()
        : Endings.beforeVowel(stem, speaker);
  }

  private static Optional<Pronunciation> listedPlain(String stem, Speaker speaker) {
    return stem.endsWith("s") ? Optional.empty() : speaker.listed(stem);
  }

  private static Optional<Pronunciation> plain(String stem, Speaker speaker) {
    return stem.endsWith("s") ? Optional.empty() : speaker.known(stem);
  }

  /** Nobl-y, nobl-er: a final -le loses its syllable. */
  private static Suffix noble(String spelling, String sounds) {
    return new Suffix(
        spelling,
        (stem, speaker) -> stem.endsWith("l") ? speaker.listed(stem + "e") : Optional.empty(),
        stem -> Endings.appendToLe(stem, sounds));
  }

  /** The last vowel of happy weakens before -ly. */
  private static Pronunciation happily(Pronunciation stem) {
    return stem.last() == Phoneme.IY
        ? stem.upTo(stem.phonemes().size() - 1).then("AH L IY")
        : stem.then("L IY");
  }
}
