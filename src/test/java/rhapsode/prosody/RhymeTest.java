package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhymeTest {
  private static final Prosody PROSODY = Prosody.load();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "moon,june",
        "night,light",
        "NIGHT,Light",
        "station,nation",
        "above,love",
        "heaven,seven",
        "day,away",
        "day,decay",
        "butter,mutter",
        "glowing,flowing",
        "bright,moonlight",
        "sea,thee",
        "near,dear",
        "fear,sphere",
        "fire,desire",
        "lyre,fire",
        "hour,flower",
        "pow'r,hour",
        "pure,sure",
        "bear,there",
        "stone,alone",
        "shore,more",
        "saw,law",
        "calling,falling",
        "parted,hearted",
        "roses,closes",
        "merit,inherit",
        "beauty,duty",
        "ages,pages",
        "rain,restrain",
        "place,grace",
        "o'er,shore",
        "o'er,door",
        "ne'er,fair",
        "e'er,there",
        "e'en,seen",
        "look'd,cooked",
        "look'd,book'd",
        "lov'd,shoved",
        "press'd,rest",
        "drest,breast",
        "kist,mist",
        "cry'd,pride",
        "goeth,showeth",
        "cometh,hummeth",
        "lovest,shovest",
        "heav'n,sev'n",
        "'tis,his",
        "they'll,sail",
        "we'll,feel",
        "moon-lit,sit",
        "star's,cars",
        "boys',noise",
        "to,you",
        "again,men",
        "hallow,shallow",
        "scythe,lithe",
        "reproof,roof",
        "hie,sky",
        "wreathe,breathe",
        "illume,gloom",
        "singin',ringin'",
        "knowest,goest",
        "dreamless,gleamless"
      })
  void perfect(String one, String other) {
    expect(Rhyme.PERFECT, one, other);
    assertEquals(PROSODY.of(one).rhymingPart(), PROSODY.of(other).rhymingPart());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "rain,rain",
        "rain,Rain",
        "sea,see",
        "night,knight",
        "believe,leave",
        "light,moonlight",
        "day,today",
        "stand,understand",
        "o'er,or",
        "heaven,heaven",
        "moonlight,moon-light",
        "power,pow'r",
        "hour,our",
        "look'd,looked",
        "thro',threw",
        "tho',though",
        "colour,color"
      })
  void identical(String one, String other) {
    expect(Rhyme.IDENTICAL, one, other);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "moon,stone",
        "home,come",
        "love,move",
        "stone,home",
        "time,shine",
        "singing,sing",
        "tree,poetry",
        "be,eternity",
        "wind,kind",
        "blood,good",
        "here,dear",
        "poor,sure",
        "cot,caught",
        "law,spa"
      })
  void slant(String one, String other) {
    expect(Rhyme.SLANT, one, other);
    assertNotEquals(PROSODY.of(one).rhymingPart(), PROSODY.of(other).rhymingPart());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "moon,bread",
        "river,table",
        "go,see",
        "night,time",
        "making,dreaming",
        "ocean,silver",
        "day,night",
        "'d,did"
      })
  void none(String one, String other) {
    expect(Rhyme.NONE, one, other);
  }

  private static void expect(Rhyme rhyme, String one, String other) {
    String sounds = PROSODY.of(one) + " / " + PROSODY.of(other);
    assertEquals(rhyme, PROSODY.rhyme(one, other), sounds);
    assertEquals(rhyme, PROSODY.rhyme(other, one), sounds);
  }
}
