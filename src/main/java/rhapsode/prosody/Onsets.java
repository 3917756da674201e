package rhapsode.prosody;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which consonants may open a syllable. A syllable takes as many of the consonants before its vowel
 * as English allows at the start of a word (the maximal onset principle), so that {@code moonlight}
 * is moon-light and {@code restrain} re-strain.
 */
final class Onsets {
  private static final Set<List<Phoneme>> CLUSTERS =
      Stream.of(
              "P L,P R,P Y,B L,B R,B Y,T R,T W,D R,D W,K L,K R,K W,K Y,G L,G R,G W,F L,F R,F Y",
              "TH R,TH W,SH R,S P,S T,S K,S M,S N,S L,S W,S F,V Y,M Y,HH Y,HH W,N Y,V R",
              "S P L,S P R,S P Y,S T R,S K R,S K W,S K Y,S K L")
          .flatMap(line -> Stream.of(line.split(",")))
          .map(cluster -> Pronunciation.parse(cluster).phonemes())
          .collect(Collectors.toUnmodifiableSet());

  private Onsets() {}

  /** The onset of the syllable whose vowel has the given index; may be empty. */
  static List<Phoneme> before(List<Phoneme> phonemes, int vowel) {
    int start = vowel;
    while (start > 0
        && !phonemes.get(start - 1).vowel()
        && opens(phonemes.subList(start - 1, vowel))) {
      start--;
    }
    return phonemes.subList(start, vowel);
  }

  private static boolean opens(List<Phoneme> consonants) {
    return consonants.size() == 1 ? consonants.get(0) != Phoneme.NG : CLUSTERS.contains(consonants);
  }
}
