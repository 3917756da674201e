package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosestPoemTest {
  private static final String FERRY =
      "The ferry hums across the bay,\nA lamp is lit at end of day,\nThe gulls come in, the nets are dry";
  private static final String OWL = "An owl calls twice beneath the stone bridge, a fox goes by";

  /** The number of the closest of some poems. */
  private static Optional<Integer> closest(String text, String... poems) {
    var search = new ClosestPoem<Integer>(text);
    for (int i = 0; i < poems.length; i++) {
      search.offer(i, poems[i]);
    }
    return search.closest();
  }

  @Test
  void thePoemThatSharesMostIsNamedWhateverSmallWordsStandBetween() {
    String text = "My ferry hums on a bay: lamp lit, fox goes";
    assertEquals(Optional.of(1), closest(text, OWL, FERRY));
    assertEquals(Optional.of(0), closest(OWL, OWL, FERRY));
  }

  @Test
  void oneRunMayBeChance() {
    for (String text : List.of("the ferry hums, and the bay hears", "of the and a", "")) {
      assertEquals(Optional.empty(), closest(text, OWL, FERRY), text);
    }
    assertEquals(Optional.empty(), closest(OWL));
  }

  @Test
  void ofSeveralTheEarliestIsNamed() {
    assertEquals(Optional.of(0), closest(OWL, OWL, OWL));
  }

  @Test
  void aRepeatedRunCountsOnce() {
    String text = "ferry hums bay! no, ferry hums bay! oh, ferry hums bay!";
    assertEquals(Optional.empty(), closest(text, OWL, FERRY));
    assertEquals(Optional.empty(), closest(FERRY, text));
  }
}
