package rhapsode.prosody;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProsodyTest {
  private static final Prosody PROSODY = Prosody.load();

  /** Counted by hand: words of one to five syllables, and what verse does to words. */
  private static final String[] SYLLABLES = {
    "the a moon sea night bread stone rain clock through though thought light strength world",
    "moonlight river garden winter lantern letter kettle silver window mother ocean heaven poet",
    "memory remember melody october harmony butterfly beautiful tomorrow september engineer",
    "january necessary dictionary february television impossible",
    "imagination university electricity",
  };

  private static final String ONE_BY_VERSE =
      "o'er e'er ne'er e'en heav'n look'd lov'd walk'd 'tis 'twas th' flow'r pow'r 'gainst 'mid"
          + " i'll we're don't can't dropp'd ta'en saith thee thou hath god's dogs' moon's";

  @Test
  void syllablesAreCountedAsByHand() {
    assertAll(
        Stream.of(0, 1, 2, 3, 4)
            .flatMap(row -> Arrays.stream(SYLLABLES[row].split(" ")).map(w -> has(w, row + 1))));
    assertAll(Arrays.stream(ONE_BY_VERSE.split(" ")).map(word -> has(word, 1)));
  }

  private static Executable has(String word, int syllables) {
    return () -> assertEquals(syllables, PROSODY.syllables(word), word + PROSODY.of(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "goeth",
        "walketh",
        "goest",
        "lovest",
        "wanted",
        "ev'ry",
        "gath'ring",
        "isn't",
        "didn't",
        "o'clock",
        "church's",
        "mornin'",
        "singeth",
        "well-worn",
        "moon-lit"
      })
  void twoSyllablesInVerse(String word) {
    assertEquals(2, PROSODY.syllables(word), word + PROSODY.of(word));
  }

  @ParameterizedTest
  @CsvSource({"42,3", "7,2", "10,1", "1998,4", "0,2"})
  void numbersAreSpoken(String number, int syllables) {
    assertEquals(syllables, PROSODY.syllables(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "🌙", "--", "...", "!", "\u200B", "شعر", "月光", "'", "-", "\u0301"})
  void whatIsNotSpokenIsSilent(String token) {
    assertEquals(0, PROSODY.syllables(token));
    assertEquals(Rhyme.NONE, PROSODY.rhyme(token, "moon"));
  }

  @ParameterizedTest
  @CsvSource({
    "moon,june,PERFECT",
    "night,light,PERFECT",
    "station,nation,PERFECT",
    "above,love,PERFECT",
    "o'er,shore,PERFECT",
    "heaven,seven,PERFECT",
    "look'd,cooked,PERFECT",
    "thee,sea,PERFECT",
    "NIGHT,Light,PERFECT",
    "butter,mutter,PERFECT",
    "day,away,PERFECT",
    "believe,leave,IDENTICAL",
    "night,knight,IDENTICAL",
    "rain,rain,IDENTICAL",
    "rain,Rain,IDENTICAL",
    "sea,see,IDENTICAL",
    "moon,stone,SLANT",
    "home,come,SLANT",
    "love,move,SLANT",
    "moon,bread,NONE",
    "river,table,NONE",
    "singing,sing,SLANT"
  })
  void rhymesAreToldApart(String one, String other, Rhyme rhyme) {
    assertEquals(rhyme, PROSODY.rhyme(one, other), PROSODY.of(one) + " " + PROSODY.of(other));
    assertEquals(PROSODY.rhyme(one, other), PROSODY.rhyme(other, one));
  }

  @ParameterizedTest
  @CsvSource({"moonlight,//", "river,/x", "away,x/", "remember,x/x"})
  void stressesFollowTheDictionary(String word, String stresses) {
    assertEquals(stresses, PROSODY.of(word).stresses());
  }

  @Test
  void inventedWordsHaveASoundToo() {
    assertEquals(2, PROSODY.syllables("rhapsode"));
    assertEquals(3, PROSODY.syllables("brillanty"));
    assertEquals(PROSODY.syllables("naive"), PROSODY.syllables("naïve"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "'", "-", "9", "é", "🌙", "\u0301", "qx"})
  void longNonsenseIsQuick(String piece) {
    assertTimeoutPreemptively(ofSeconds(2), () -> PROSODY.syllables(piece.repeat(10_000)));
  }
}
