package rhapsode.prosody;

import static rhapsode.prosody.Phoneme.Manner.VOWEL;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How two words rhyme. */
public enum Rhyme {
  /** From the last stressed vowel on they sound the same, and differ before it: light, night. */
  PERFECT,
  /** An echo short of rhyme: love, move; stone, home; tree, poetry; law, spa. */
  SLANT,
  /** The same sounds, stressed syllable and all: sea, see; leave, believe. No rhyme to an ear. */
  IDENTICAL,
  /** Nothing in common that an ear would notice. */
  NONE;

  /** One vowel to many Americans (cot, caught), but two to lexicons. */
  private static final Set<Phoneme> OPEN = Set.of(Phoneme.AA, Phoneme.AO);

  /** How two pronunciations rhyme; symmetric. What has no vowel rhymes with nothing. */
  public static Rhyme between(Pronunciation first, Pronunciation second) {
    if (first.syllables() == 0 || second.syllables() == 0) {
      return NONE;
    }
    if (first.rhymingPart().equals(second.rhymingPart())) {
      return first.onset().equals(second.onset()) ? IDENTICAL : PERFECT;
    }
    return echo(sounds(first), sounds(second)) ? SLANT : NONE;
  }

  /** From the last stressed vowel on; heard as a vowel and an R, bird echoes lord. */
  private static List<Phoneme> sounds(Pronunciation word) {
    return word.rhyme().stream()
        .flatMap(p -> p == Phoneme.ER ? Stream.of(p, Phoneme.R) : Stream.of(p))
        .toList();
  }

  private static boolean echo(List<Phoneme> a, List<Phoneme> b) {
    int codaA = codaEnd(a);
    int codaB = codaEnd(b);
    boolean sameTail = a.subList(codaA, a.size()).equals(b.subList(codaB, b.size()));
    if (sameTail && echo(a.get(0), a.subList(1, codaA), b.get(0), b.subList(1, codaB))) {
      return true;
    }
    return (codaA == a.size()) != (codaB == b.size()) && lastRime(a).equals(lastRime(b));
  }

  /** Consonance (love, move) or assonance with kindred consonants (stone, home). */
  private static boolean echo(
      Phoneme vowelA, List<Phoneme> codaA, Phoneme vowelB, List<Phoneme> codaB) {
    boolean sameVowel = vowelA == vowelB || (OPEN.contains(vowelA) && OPEN.contains(vowelB));
    return sameVowel
        ? manners(codaA).equals(manners(codaB))
        : !codaA.isEmpty() && codaA.equals(codaB);
  }

  private static List<Phoneme.Manner> manners(List<Phoneme> phonemes) {
    return phonemes.stream().map(Phoneme::manner).toList();
  }

  /** Where the consonants after the first vowel end. */
  private static int codaEnd(List<Phoneme> part) {
    int end = 1;
    while (end < part.size() && part.get(end).manner() != VOWEL) {
      end++;
    }
    return end;
  }

  private static List<Phoneme> lastRime(List<Phoneme> part) {
    int start = part.size() - 1;
    while (start > 0 && !part.get(start).vowel()) {
      start--;
    }
    return part.subList(start, part.size());
  }
}
