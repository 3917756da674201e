package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.WrittenPoem;

/** What every {@link Anthology} promises. A subclass gives a fresh, empty one for each test. */
public abstract class AnthologyContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");
  private static final WrittenPoem.Request REQUEST =
      new WrittenPoem.Request("🌙 'the moon'", "ABAB/8", 0.8, "sad");

  protected abstract Anthology anthology();

  private WrittenPoem keep(Instant at) {
    return anthology().keep(ADA, "here", REQUEST, "The moon\n\nis up.", "base", at);
  }

  @Test
  void givesBackWhatItTookButForTheName() {
    WrittenPoem kept = keep(NOW.plusNanos(789));
    var nameless = new Author("discord", "1", "");
    assertEquals(
        new WrittenPoem(kept.id(), nameless, "here", REQUEST, "The moon\n\nis up.", "base", NOW),
        kept);
    assertEquals(Optional.of(kept), anthology().find(kept.id()));
    assertEquals(Optional.empty(), anthology().find(4711));
  }

  @Test
  void everyoneLikesOnceOrNotAtAll() {
    long id = keep(NOW).id();
    assertEquals(1, anthology().like(id, ADA, NOW));
    assertEquals(2, anthology().like(id, BEN, NOW));
    assertEquals(1, anthology().like(id, new Author("discord", "1", "Renamed"), NOW));
    assertEquals(2, anthology().like(id, new Author("telegram", "1", "Ada"), NOW));
    assertEquals(2, anthology().likes(id));
  }

  @Test
  void ofTwoPoemsEveryonePrefersOneAtMost() {
    long one = keep(NOW).id();
    long other = keep(NOW).id();
    anthology().prefer(one, other, ADA, NOW);
    anthology().prefer(one, other, BEN, NOW);
    assertEquals(2, anthology().likes(one));
    anthology().prefer(other, one, ADA, NOW);
    assertEquals(1, anthology().likes(one));
    assertEquals(1, anthology().likes(other));
    anthology().prefer(other, one, ADA, NOW);
    assertEquals(0, anthology().likes(other));
    anthology().prefer(other, 4711, ADA, NOW);
    assertEquals(1, anthology().likes(other));
  }

  @Test
  void whatIsNotThereIsLikedByNobody() {
    assertEquals(0, anthology().like(4711, ADA, NOW));
    assertEquals(0, anthology().likes(4711));
  }

  @Test
  void manyLikeAtOnce() {
    long id = keep(NOW).id();
    IntStream.range(0, 60)
        .parallel()
        .forEach(i -> anthology().like(id, new Author("discord", "" + i % 20, ""), NOW));
    assertEquals(20, anthology().likes(id));
  }

  @Test
  void erasesAPoemWithItsLikes() {
    WrittenPoem kept = keep(NOW);
    anthology().like(kept.id(), BEN, NOW);
    assertTrue(anthology().erase(kept.id()));
    assertFalse(anthology().erase(kept.id()));
    assertEquals(Optional.empty(), anthology().find(kept.id()));
    assertEquals(0, anthology().likes(kept.id()));
    assertNotEquals(kept.id(), keep(NOW).id());
  }

  @Test
  void forgetsWhatIsOldAndLikedByNobody() {
    WrittenPoem old = keep(NOW.minusSeconds(1));
    WrittenPoem liked = keep(NOW.minusSeconds(1));
    anthology().like(liked.id(), BEN, NOW);
    WrittenPoem fresh = keep(NOW);
    assertEquals(1, anthology().forget(NOW));
    assertEquals(Optional.empty(), anthology().find(old.id()));
    assertTrue(anthology().find(liked.id()).isPresent());
    assertTrue(anthology().find(fresh.id()).isPresent());
  }
}
