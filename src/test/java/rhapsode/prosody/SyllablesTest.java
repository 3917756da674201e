package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words counted by hand, as they are spoken and, after an apostrophe, as verse shortens them. */
class SyllablesTest {
  private static final Prosody PROSODY = Prosody.load();

  private static final String ONE =
      """
      a the moon sea night bread stone rain clock through though thought light strength world
      earth breath breathe dreamed walked loved fixed height weight would should could scythe
      writhe ghoul lyre throb knights whose prayer months clothes scratched thou thee
      thy hath doth dost hast didst wouldst quoth saith drest mixt blent clomb
      o'er e'er ne'er e'en heav'n ev'n giv'n fall'n look'd lov'd walk'd dropp'd turn'd bless'd
      'tis 'twas 'twere 'twill 'twould th' flow'r pow'r 'gainst 'mid 'neath 'twixt i'll we're
      they're don't can't won't ta'en know'st can'st thou'rt god's dogs' moon's o' wi'
      """;

  private static final String TWO =
      """
      river garden winter lantern letter kettle silver window mother ocean poet poem heaven
      moonlight fire hour flower power tower quiet lion being cruel ruin iron trembles gladness
      whispered parted roses churches goeth cometh walketh goest lovest fairest wanted sunbeams
      ev'ry gath'ring wand'ring list'ning mem'ry isn't didn't o'clock church's mornin' singin'
      star-lit moonbeam uplift adown athirst beguiles unkind reproved nobler gently wistful
      darksome raiment zephyr seraph goblin russet chalice sonnet methinks perchance hither
      whene'er where'er o'erhead th'other colour wreathing furrow betwixt
      """;

  private static final String THREE =
      """
      memory remember melody october harmony butterfly beautiful tomorrow september engineer
      wandering whispering unquiet loveliness nightingale happiest splendidly forgetful
      forgotten wilderness shadowy cataract languishes multitude everything piteous
      beauteous murmuring nevermore reposes withering benison clamorous asphodel
      """;

  private static final String FOUR =
      """
      january necessary dictionary television impossible immortally solitary melancholy
      unfaltering adamantine
      """;

  private static final String FIVE = "imagination university electricity multitudinous";

  static Stream<Arguments> words() {
    return Stream.of(row(1, ONE), row(2, TWO), row(3, THREE), row(4, FOUR), row(5, FIVE))
        .flatMap(row -> row);
  }

  private static Stream<Arguments> row(int syllables, String words) {
    return Arrays.stream(words.strip().split("\\s+")).map(word -> Arguments.of(word, syllables));
  }

  @ParameterizedTest
  @MethodSource("words")
  void areCountedAsByHand(String word, int syllables) {
    assertEquals(syllables, PROSODY.syllables(word), () -> word + " is " + PROSODY.of(word));
  }
}
