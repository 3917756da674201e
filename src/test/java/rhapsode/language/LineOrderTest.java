package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineOrderTest {
  private static final List<String> POEM = Tokenizer.poem("The moon, the sea.\nA fox\n\nruns home");

  private static final Vocabulary VOCABULARY =
      Vocabulary.of(new Corpus(List.of(POEM), TextFormat.POEMS), 100, 1);

  @Test
  void backwardTurnsEachLineAroundAndLeavesTheLinesInTheirOrder() {
    int[] backward = LineOrder.BACKWARD.apply(VOCABULARY.encode(POEM));
    assertEquals(
        ". sea the , moon the <line> fox a <line> <stanza> home runs <line> <poem>",
        String.join(" ", Arrays.stream(backward).mapToObj(VOCABULARY::word).toList()));
  }

  @Test
  void unknownWordsAreWords() {
    int[] ids = {5, Vocabulary.UNKNOWN, 6, Vocabulary.LINE, 7, 8};
    assertArrayEquals(
        new int[] {6, Vocabulary.UNKNOWN, 5, Vocabulary.LINE, 8, 7}, LineOrder.BACKWARD.apply(ids));
  }

  @Test
  void twiceBackwardIsForward() {
    int[] ids = VOCABULARY.encode(POEM);
    assertArrayEquals(ids, LineOrder.BACKWARD.apply(LineOrder.BACKWARD.apply(ids)));
    assertArrayEquals(ids, LineOrder.FORWARD.apply(ids));
  }
}
