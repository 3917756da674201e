package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepertoiresTest {
  private static Repertoires.Texts texts(int count) {
    return reader -> IntStream.range(0, count).mapToObj(i -> "moon " + i).forEach(reader);
  }

  @Test
  void aSampleOfFewIsAllOfThem() {
    assertEquals(List.of("moon 0", "moon 1", "moon 2"), texts(3).sample(3));
    assertEquals(List.of(), texts(0).sample(3));
  }

  @Test
  void aSampleOfManyIsOfTheWholeAndTheSameEachTime() {
    List<String> sample = texts(10_000).sample(1000);
    assertEquals(1000, new HashSet<>(sample).size());
    long second =
        sample.stream().filter(text -> Integer.parseInt(text.substring(5)) >= 5000).count();
    assertTrue(second > 430 && second < 570, "" + second);
    assertEquals(sample, texts(10_000).sample(1000));
  }
}
