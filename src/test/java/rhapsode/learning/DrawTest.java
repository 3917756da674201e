package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;

class DrawTest {
  private static final int POEMS = 1000;

  private static SubmittedPoem poem(long id) {
    return new SubmittedPoem(
        id,
        new Author("console", "ada", "Ada"),
        "",
        "",
        "moon " + id,
        Instant.EPOCH,
        new Consent(true, true, true, "v", Instant.EPOCH),
        PoemStatus.APPROVED);
  }

  /** Of those numbered from 1, the first few are liked. */
  private static List<Long> drawn(int most, long liked, long run) {
    var draw = new Draw(most, poem -> poem.id() <= liked, run);
    LongStream.rangeClosed(1, POEMS).mapToObj(DrawTest::poem).forEach(draw::offer);
    return draw.poems().stream().map(SubmittedPoem::id).toList();
  }

  @Test
  void takesAllWhereItCan() {
    assertEquals(LongStream.rangeClosed(1, POEMS).boxed().toList(), drawn(POEMS, 3, 1));
  }

  @Test
  void likedPoemsGoBeforeOthers() {
    List<Long> some = drawn(100, 60, 1);
    assertEquals(100, some.size());
    assertEquals(LongStream.rangeClosed(1, 60).boxed().toList(), some.subList(0, 60));
    assertEquals(100, drawn(100, POEMS, 1).size());
  }

  @Test
  void eachOtherPoemIsAsLikelyAndEachRunHasOtherOnes() {
    var times = new int[POEMS + 1];
    for (int run = 0; run < 1000; run++) {
      drawn(100, 0, run).forEach(id -> times[id.intValue()]++);
    }
    // 100 on average, with a standard deviation of 9.5.
    for (int id = 1; id <= POEMS; id++) {
      assertTrue(times[id] > 45 && times[id] < 155, id + ": " + times[id]);
    }
  }
}
