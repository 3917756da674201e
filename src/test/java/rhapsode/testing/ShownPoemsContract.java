package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Community;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoem;
import rhapsode.community.ShownPoems;
import rhapsode.community.Submission;

/** What every {@link ShownPoems} promises. A subclass gives fresh, empty ones for each test. */
public abstract class ShownPoemsContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");
  private static final Community HERE = new Community("discord", "here");
  private static final Consent ALL = new Consent(true, true, true, "2026-11", NOW);

  protected abstract PoemStore store();

  protected abstract ShownPoems shown();

  private long add(String text, Consent consent, PoemStatus status) {
    return store().add(new Submission(ADA, "here", "", text, consent, status), NOW).id();
  }

  private long add(String text) {
    return add(text, ALL, PoemStatus.APPROVED);
  }

  private List<Long> best() {
    return shown().best(HERE, 10).stream().map(ShownPoem::id).toList();
  }

  @Test
  void showsWhatIsApprovedAndAllowed() {
    long id = add("The moon\n\nis up.");
    add("moon two", ALL, PoemStatus.PENDING);
    add("moon three", ALL, PoemStatus.REJECTED);
    add("moon four", new Consent(true, false, true, "2026-11", NOW), PoemStatus.APPROVED);
    var poem = new ShownPoem(id, "", "The moon\n\nis up.", "Ada", 0);
    assertEquals(List.of(poem), shown().best(HERE, 10));
    assertEquals(Optional.of(poem), shown().from(0, HERE));
    assertEquals(Optional.of(poem), shown().from(0.999, HERE));
    assertEquals(Optional.of(poem), shown().find(id, HERE));
    assertEquals(Optional.empty(), shown().find(id + 1, HERE));
  }

  @Test
  void namesOnlyWhoAllowedIt() {
    long id = add("moon", new Consent(true, true, false, "2026-11", NOW), PoemStatus.APPROVED);
    assertEquals("", shown().find(id, HERE).orElseThrow().author());
  }

  @Test
  void showsNoCommunityThePoemsOfAnother() {
    long id = add("moon one");
    for (var other : List.of(new Community("discord", "there"), new Community("x", "here"))) {
      assertEquals(List.of(), shown().best(other, 10));
      assertEquals(Optional.empty(), shown().from(0.5, other));
      assertEquals(Optional.empty(), shown().find(id, other));
    }
  }

  @Test
  void theBestLikedComeFirstAndOfEqualsTheNewest() {
    long first = add("moon one");
    long second = add("moon two");
    long third = add("moon three");
    shown().like(second, ADA, NOW);
    assertEquals(List.of(second, third, first), best());
    shown().like(first, ADA, NOW);
    shown().like(first, BEN, NOW);
    assertEquals(List.of(first, second, third), best());
    assertEquals(List.of(2, 1), shown().best(HERE, 2).stream().map(ShownPoem::likes).toList());
  }

  /** None is more than about three times as likely as another. */
  @Test
  void everyPoemIsPickedAboutEquallyOften() {
    var picked = new TreeMap<Long, Integer>();
    for (int i = 0; i < 20; i++) {
      picked.put(add("moon " + i), 0);
    }
    for (int i = 0; i < 1000; i++) {
      picked.merge(shown().from(i / 1000.0, HERE).orElseThrow().id(), 1, Integer::sum);
    }
    assertEquals(20, picked.size());
    assertTrue(
        picked.values().stream().allMatch(times -> times >= 20 && times <= 100), "" + picked);
  }

  @Test
  void everyoneLikesOnceOrNotAtAll() {
    long id = add("moon");
    assertEquals(1, shown().like(id, ADA, NOW));
    assertEquals(2, shown().like(id, BEN, NOW));
    assertEquals(1, shown().like(id, new Author("discord", "1", "Renamed"), NOW));
    assertEquals(2, shown().like(id, new Author("telegram", "1", "Ada"), NOW));
  }

  @Test
  void whatIsNotShownIsLikedByNobody() {
    assertEquals(0, shown().like(4711, ADA, NOW));
    assertEquals(0, shown().like(add("moon", ALL, PoemStatus.PENDING), ADA, NOW));
  }

  @Test
  void manyLikeAtOnce() {
    long id = add("moon");
    IntStream.range(0, 60)
        .parallel()
        .forEach(i -> shown().like(id, new Author("discord", "" + i % 20, ""), NOW));
    assertEquals(20, shown().find(id, HERE).orElseThrow().likes());
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnceAndItsLikesToo() {
    long id = add("moon");
    shown().like(id, BEN, NOW);
    assertTrue(store().withdraw(id, ADA, NOW));
    assertEquals(List.of(), best());
    assertEquals(Optional.empty(), shown().find(id, HERE));
    assertEquals(0, shown().like(id, BEN, NOW));
  }
}
