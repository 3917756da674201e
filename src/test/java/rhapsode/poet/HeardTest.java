package rhapsode.poet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseSet;
import rhapsode.prosody.Pronunciation;

class HeardTest {
  private static final List<long[]> POEMS =
      List.of(PhraseHash.poem("The moon is on\nthe silver sea"));

  private final Heard heard =
      new Heard(List.of(PhraseSet.of(4, POEMS)), List.of(PhraseSet.of(2, POEMS)));

  private static List<Word> line(String text) {
    return Arrays.stream(text.split(" "))
        .map(
            word ->
                new Word(
                    word,
                    0,
                    0,
                    word.equals(",") ? Pronunciation.SILENT : Pronunciation.parse("AH"),
                    "",
                    ""))
        .toList();
  }

  @Test
  void aForbiddenPhraseMayRunAcrossLinesAndMarks() {
    assertTrue(heard.isForbidden(List.of("moon", "is", "on"), line("the , golden bay")));
    assertTrue(heard.isForbidden(List.of(), line("is , on the silver bay")));
    assertFalse(heard.isForbidden(List.of("moon", "is"), line("the silver sea")));
  }

  @Test
  void wornPhrasesAreCountedOnlyWhereTheyEndInTheLine() {
    assertEquals(2, heard.worn(List.of("is", "on"), line("the , silver bay")));
    assertEquals(0, heard.worn(List.of("moon", "is"), line("a bay")));
  }

  @Test
  void itReachesBackAsFarAsItsLongestPhrase() {
    assertEquals(3, heard.reach());
    assertEquals(0, Heard.NOTHING.reach());
  }
}
