package rhapsode.poet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rhapsode.language.LineOrder;
import rhapsode.poem.LineShape;
import rhapsode.poem.Metre;
import rhapsode.prosody.Prosody;
import rhapsode.testing.FakeLanguageModel;

class PlacesTest {
  private static final Prosody PROSODY = Prosody.load();
  private static final List<String> WORDS =
      List.of(
          "the moon of silver, before a garden; remember tomorrow light in the window and stone");

  private static Voice voice(LineOrder order) {
    return new Voice(new FakeLanguageModel(WORDS, order), PROSODY);
  }

  private static final LineShape IAMBIC = new LineShape(Metre.repeat("wS", 4), 'A');

  private static Set<String> at(LineOrder order, LineShape shape, int filled) {
    Voice voice = voice(order);
    return Arrays.stream(voice.places().at(shape, filled).words)
        .mapToObj(id -> voice.word(id).text())
        .collect(Collectors.toSet());
  }

  @Test
  void aBackwardLineBeginsWithItsEndWord() {
    Set<String> words = at(LineOrder.BACKWARD, IAMBIC, 0);
    assertTrue(words.containsAll(Set.of("moon", "light", "stone")), "" + words);
    assertTrue(!words.contains("the") && !words.contains("of"), "" + words);
    assertTrue(!words.contains("silver"), "its stress would fall on the third syllable: " + words);
  }

  @Test
  void aForwardLineMayBeginWithAFunctionWordAndNotEndWithOne() {
    assertTrue(at(LineOrder.FORWARD, IAMBIC, 0).containsAll(Set.of("the", "before", "moon")));
    Set<String> last = at(LineOrder.FORWARD, IAMBIC, 3);
    assertTrue(last.contains("light") && !last.contains("the"), "" + last);
  }

  @Test
  void wordsHaveRoomAndKeepTheMetre() {
    Set<String> words = at(LineOrder.BACKWARD, IAMBIC, 1);
    assertTrue(words.contains("remember"), "" + words);
    assertTrue(words.contains("silver"), "" + words);
    assertTrue(!words.contains("before"), "" + words);
    assertEquals(
        Set.of(),
        at(LineOrder.BACKWARD, IAMBIC, 3).stream()
            .filter("silver"::equals)
            .collect(Collectors.toSet()));
  }

  @Test
  void theInitialIsAskedOfTheWordThatFillsABackwardLine() {
    var shape = new LineShape(OptionalInt.of(4), '-', Optional.empty(), OptionalInt.of('g'));
    assertEquals(Set.of("garden"), twoSyllables(at(LineOrder.BACKWARD, shape, 2)));
  }

  private static Set<String> twoSyllables(Set<String> words) {
    return words.stream().filter(word -> PROSODY.syllables(word) == 2).collect(Collectors.toSet());
  }
}
