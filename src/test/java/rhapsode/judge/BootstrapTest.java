package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void aShareIsAllHitsOverAllCases() {
    Figure figure =
        Bootstrap.share(List.of(new Tally(1, 1), new Tally(0, 3), Tally.NONE)).orElseThrow();
    assertEquals(0.25, figure.value());
    assertEquals(2, figure.poems());
    assertEquals(0, figure.low());
    assertEquals(1, figure.high());
  }

  /** Against the normal approximation: half of 400 is right within 1.96 times 0.025. */
  @Test
  void theIntervalIsAsWideAsItShouldBe() {
    List<Tally> half = IntStream.range(0, 400).mapToObj(i -> Tally.of(i % 2 == 0)).toList();
    Figure figure = Bootstrap.share(half).orElseThrow();
    assertEquals(0.5, figure.value());
    assertEquals(0.5 - 0.049, figure.low(), 0.006);
    assertEquals(0.5 + 0.049, figure.high(), 0.006);
    assertEquals(figure, Bootstrap.share(half).orElseThrow());
  }

  @Test
  void certaintyHasNoWidth() {
    Figure figure = Bootstrap.share(Collections.nCopies(30, Tally.of(true))).orElseThrow();
    assertEquals(new Figure(1, 1, 1, 30), figure);
  }

  @Test
  void quantilesAreValues() {
    double[] values = IntStream.rangeClosed(1, 101).mapToDouble(i -> 102 - i).toArray();
    Figure median = Bootstrap.quantile(values, 0.5).orElseThrow();
    assertEquals(51, median.value());
    assertTrue(median.low() >= 36 && median.high() <= 66, "" + median);
    assertEquals(96, Bootstrap.quantile(values, 0.95).orElseThrow().value());
  }

  @Test
  void nothingGivesNoFigure() {
    assertEquals(Optional.empty(), Bootstrap.share(List.of(Tally.NONE)));
    assertEquals(Optional.empty(), Bootstrap.quantile(new double[0], 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Tally(2, 1));
  }
}
