package rhapsode.prosody;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProsodyTest {
  private static final Prosody PROSODY = Prosody.load();

  @ParameterizedTest
  @CsvSource({
    "moonlight, M UW1 N L AY2 T",
    "o'er, AO1 R",
    "heav'n, HH EH1 V N",
    "look'd, L UH1 K T",
    "lov'd, L AH1 V D",
    "touch'd, T AH1 CH T",
    "chang'd, CH EY1 N JH D",
    "wing'd, W IH1 NG D",
    "bow'd, B AW1 D",
    "stopp'd, S T AA1 P T",
    "cry'd, K R AY1 D",
    "waste's, W EY1 S T S",
    "rose's, R OW1 Z AH0 Z",
    "drest, D R EH1 S T",
    "mixt, M IH1 K S T",
    "lovest, L AH1 V AH0 S T",
    "know'st, N OW1 S T",
    "cometh, K AH1 M AH0 TH",
    "singin', S IH1 NG IH0 N",
    "nobler, N OW1 B L ER0",
    "happily, HH AE1 P AH0 L IY0",
    "wreathed, R IY1 DH D",
    "bethink, B IH0 TH IH1 NG K",
    "repenting, R IH0 P EH1 N T IH0 NG",
    "sunbeams, S AH1 N B IY2 M Z",
    "star-lit, S T AA1 R L IH2 T",
    "th'eternal, DH IH0 T ER1 N AH0 L",
    "pow'r, P AW1 R",
    "wand'ring, W AA1 N D R IH0 NG",
    "travelled, T R AE1 V AH0 L D",
    "colour, K AH1 L ER0",
    "beautifully, B Y UW1 T AH0 F L IY0"
  })
  void wordsSoundAsTheyAreSpoken(String word, String arpabet) {
    assertEquals(arpabet, PROSODY.of(word).toString());
    assertTrue(PROSODY.knows(word));
  }

  @ParameterizedTest
  @CsvSource({
    "moonlight, 12",
    "river, 10",
    "away, 01",
    "remember, 010",
    "understand, 201",
    "propaganda, 2010",
    "the, 0"
  })
  void oneSyllableCarriesTheWord(String word, String pattern) {
    assertEquals(pattern, PROSODY.of(word).stressPattern());
  }

  @ParameterizedTest
  @CsvSource({
    "42,3",
    "7,2",
    "10,1",
    "1998,5",
    "0,2",
    "100,3",
    "2000,3",
    "1234567,8",
    "4th,1",
    "22nd,4",
    "20th,3"
  })
  void numbersAreSpoken(String number, int syllables) {
    assertEquals(syllables, PROSODY.syllables(number));
  }

  @Test
  void linesFallIntoWords() {
    assertEquals(
        List.of("o'er", "the", "star-lit", "sea", "'he", "said"),
        PROSODY.words("O’er the star-lit sea -- ‘he said’!"));
    assertEquals(Optional.of("rain"), PROSODY.endWord("And then the 'rain' ..."));
    assertEquals(List.of("rain'"), PROSODY.words("rain''''"));
    assertEquals(List.of("'4th"), PROSODY.words("\u03744th"), "a sign that unfolds to another");
    assertEquals(Optional.of("naive"), PROSODY.endWord("naïve 🌙"));
    assertEquals(Optional.empty(), PROSODY.endWord("... 🌙 '"));
    assertEquals(8, PROSODY.syllables("The moon has left her silver light,"));
  }

  @Test
  void inventedWordsHaveASoundToo() {
    assertEquals(2, PROSODY.syllables("rhapsode"));
    assertEquals(3, PROSODY.syllables("brillanty"));
    assertEquals(2, PROSODY.syllables("snorgle's"));
    assertEquals(4, PROSODY.syllables("html"));
    assertEquals(1, PROSODY.syllables("e"));
    assertEquals(3, PROSODY.syllables("w"));
    assertEquals(1, PROSODY.syllables("grrrrr"));
    assertFalse(PROSODY.knows("snorgle"));
    assertFalse(PROSODY.knows("🌙"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "🌙", "--", "...", "!", "\u200B", "شعر", "月光", "'", "-", "\u0301", "٣"})
  void whatIsNotSpokenIsSilent(String text) {
    assertTrue(PROSODY.of(text).silent());
    assertEquals(0, PROSODY.syllables(text));
    assertEquals("", PROSODY.of(text).rhymingPart());
    assertEquals(Rhyme.NONE, PROSODY.rhyme(text, "moon"));
    assertEquals(Rhyme.NONE, PROSODY.rhyme(text, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "z", "'", "-", "9", "é", "🌙", "\u0301", "qx", "a-", "a1", "a ", "\u200d", "ed"
      })
  void longNonsenseIsQuick(String piece) {
    String text = piece.repeat(10_000);
    assertTimeoutPreemptively(
        ofSeconds(30),
        () -> {
          assertEquals(PROSODY.of(text).syllables(), PROSODY.syllables(text));
          PROSODY.knows(text);
          PROSODY.rhyme(text, text);
        });
  }

  @Test
  void anyTextIsPronounced() {
    Random random = new Random(11);
    assertTimeoutPreemptively(
        ofSeconds(60),
        () -> IntStream.range(0, 10_000).mapToObj(i -> text(random)).forEach(this::soundsWhole));
  }

  private void soundsWhole(String text) {
    Pronunciation sounds = PROSODY.of(text);
    assertEquals(sounds.syllables(), PROSODY.syllables(text), text);
    assertEquals(sounds.syllables(), PROSODY.stresses(text).size(), text);
    assertEquals(PROSODY.rhyme("moon", text), PROSODY.rhyme(text, "moon"), text);
    assertTrue(PROSODY.agreement(text) == Agreement.NONE || PROSODY.knows(text), text);
  }

  /** Up to 40 characters, half of them those that the rules look at, the rest any at all. */
  private static String text(Random random) {
    String special = "abcdefghijklmnopqrstuvwxyz'-’ 0123456789";
    return IntStream.range(0, random.nextInt(41))
        .map(
            i ->
                random.nextBoolean()
                    ? special.charAt(random.nextInt(special.length()))
                    : random.nextInt(Character.MAX_CODE_POINT + 1))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void manyThreadsHearTheSame() {
    Prosody fresh = Prosody.load();
    List<String> words =
        List.of("moonlight", "heav'n", "brillanty", "snorgle", "unquiet", "look'd", "florpish");
    boolean same =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> words.get(i % words.size()) + (i % 3 == 0 ? "" : "s"))
            .allMatch(word -> fresh.of(word).equals(PROSODY.of(word)));
    assertTrue(same);
  }

  @Test
  void loadingPrintsNothing() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    try (var paper = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(paper);
      System.setErr(paper);
      Prosody.load().of("moonlight");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  /** Found by fuzzing: rules upon rules took seconds for a word that nobody means to be one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "golne'nednioneluodu''see'egsusnedgnneege",
        "'nd'gnnei'nouyeeoueeisg'-gn-us",
        "yne--iiend-nrl-n''i'lnloiunlgenneslegg'niolul"
      })
  void aWordMadeToBeCostlyIsGuessedSoon(String word) {
    assertTimeoutPreemptively(ofSeconds(30), () -> PROSODY.of(word.repeat(4)));
    assertTrue(PROSODY.syllables(word) > 3);
    assertFalse(PROSODY.knows(word));
  }
}
