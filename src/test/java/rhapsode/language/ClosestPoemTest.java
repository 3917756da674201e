package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.language.ClosestPoem.Match;

class ClosestPoemTest {
  private static final String FERRY =
      "The ferry hums across the bay,\nA lamp is lit at end of day,\nThe gulls come in, the nets are dry";
  private static final String OWL = "An owl calls twice beneath the stone bridge, a fox goes by";

  private final ClosestPoem search = new ClosestPoem(List.of(OWL, FERRY));

  @Test
  void thePoemThatSharesMostIsNamedWhateverSmallWordsStandBetween() {
    Match match = search.to("My ferry hums on a bay: lamp lit, fox goes").orElseThrow();
    assertEquals(new Match(1, 3), match);
    assertEquals(new Match(0, 5), search.to(OWL).orElseThrow());
  }

  @Test
  void oneRunMayBeChance() {
    assertEquals(Optional.empty(), search.to("the ferry hums, and the bay hears"));
    assertEquals(Optional.empty(), search.to("of the and a"));
    assertEquals(Optional.empty(), search.to(""));
    assertEquals(Optional.empty(), new ClosestPoem(List.of()).to(OWL));
  }

  @Test
  void ofSeveralTheEarliestIsNamed() {
    assertEquals(0, new ClosestPoem(List.of(OWL, OWL)).to(OWL).orElseThrow().poem());
  }

  @Test
  void aRepeatedRunCountsOnce() {
    assertEquals(
        Optional.empty(), search.to("ferry hums bay! no, ferry hums bay! oh, ferry hums bay!"));
  }
}
