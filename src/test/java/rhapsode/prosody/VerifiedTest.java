package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the room to words and pairs that a person judged: verified.txt, verified-rhymes.txt. */
class VerifiedTest {
  private static final Prosody PROSODY = Prosody.load();
  private static final String NONE = "-";

  private record Word(String word, int syllables, String stresses, String rhyme) {
    static Word parse(String line) {
      String[] entry = line.split("\\s+");
      return new Word(entry[0], Integer.parseInt(entry[1]), entry[2], entry[3]);
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private record Pair(Rhyme rhyme, String one, String other) {
    static Pair parse(String line) {
      String[] entry = line.split("\\s+");
      return new Pair(Rhyme.valueOf(entry[0].toUpperCase(Locale.ROOT)), entry[1], entry[2]);
    }
  }

  static Stream<Word> words() {
    return TextResource.lines("verified.txt").stream().map(Word::parse);
  }

  static Stream<Pair> pairs() {
    return TextResource.lines("verified-rhymes.txt").stream().map(Pair::parse);
  }

  @ParameterizedTest
  @MethodSource("words")
  void wordsSoundAsVerified(Word word) {
    Pronunciation sounds = PROSODY.of(word.word());
    String heard = word.word() + " is " + sounds;
    assertEquals(word.syllables(), sounds.syllables(), heard);
    if (!word.stresses().equals(NONE)) {
      assertEquals(word.stresses(), sounds.stressPattern(), heard);
    }
    if (!word.rhyme().equals(NONE)) {
      expect(Rhyme.PERFECT, word.word(), word.rhyme());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void pairsRhymeAsVerified(Pair pair) {
    expect(pair.rhyme(), pair.one(), pair.other());
  }

  @Test
  void theListsAreLongEnough() {
    assertTrue(words().map(Word::word).distinct().count() >= 340);
    assertTrue(count(Rhyme.PERFECT) >= 40);
    assertTrue(count(Rhyme.SLANT) >= 40);
    assertTrue(count(Rhyme.IDENTICAL) >= 25);
    assertTrue(count(Rhyme.NONE) >= 30);
  }

  private static long count(Rhyme rhyme) {
    return pairs().filter(pair -> pair.rhyme() == rhyme).count();
  }

  private static void expect(Rhyme rhyme, String one, String other) {
    for (List<String> pair : List.of(List.of(one, other), List.of(other, one))) {
      String heard = "%s / %s".formatted(PROSODY.of(pair.get(0)), PROSODY.of(pair.get(1)));
      assertEquals(rhyme, PROSODY.rhyme(pair.get(0), pair.get(1)), () -> pair + ": " + heard);
    }
  }
}
