package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;

class CurriculumTest {
  private static final Cap ALL = new Cap(1, 0);
  private static final Curriculum.Rules NO_LIMITS = new Curriculum.Rules(0, ALL, ALL, 2);

  private final List<SubmittedPoem> poems = new ArrayList<>();

  /** Each poem has five tokens: three words, an end of line, an end of poem. */
  private void give(int count, String author, String community) {
    for (int i = 0; i < count; i++) {
      int id = poems.size() + 1;
      give(author, community, "poem number n" + id);
    }
  }

  private void give(String author, String community, String text) {
    poems.add(
        new SubmittedPoem(
            poems.size() + 1L,
            new Author("console", author, "Name of " + author),
            community,
            "",
            text,
            Instant.EPOCH,
            new Consent(true, true, true, "v", Instant.EPOCH),
            PoemStatus.APPROVED));
  }

  private Curriculum curriculum(Curriculum.Rules rules) {
    return Curriculum.of(poems, poem -> 0, rules);
  }

  private long lessonsBy(Curriculum curriculum, String author) {
    Set<String> theirs =
        poems.stream()
            .filter(poem -> poem.author().id().equals(author))
            .map(SubmittedPoem::text)
            .collect(Collectors.toSet());
    return curriculum.lessons().stream().filter(theirs::contains).count();
  }

  private static Curriculum.Rules authorsUpTo(double share, int floor) {
    return new Curriculum.Rules(0, new Cap(share, floor), ALL, 2);
  }

  @Test
  void withoutLimitsEveryPoemTeachesInTheOrderTheyWereGiven() {
    give(3, "ada", "a");
    give(2, "bob", "b");
    Curriculum curriculum = curriculum(NO_LIMITS);
    assertEquals(poems.stream().map(SubmittedPoem::text).toList(), curriculum.lessons());
    assertEquals(List.of(), curriculum.heldOut());
  }

  @Test
  void anAuthorFillsNoMoreThanTheirShareOfWhatTheRunReads() {
    give(900, "ada", "a");
    for (int i = 0; i < 10; i++) {
      give(10, "author" + i, "a");
    }
    Curriculum curriculum = curriculum(authorsUpTo(0.25, 0));
    assertEquals(33, lessonsBy(curriculum, "ada"), "a quarter of 133 poems");
    assertEquals(10, lessonsBy(curriculum, "author3"));
  }

  @Test
  void whereFewWriteTheFloorHolds() {
    give(60, "ada", "a");
    assertEquals(60, lessonsBy(curriculum(authorsUpTo(0.25, 50)), "ada"), "nobody else writes");
    give(1, "bob", "a");
    Curriculum two = curriculum(authorsUpTo(0.25, 50));
    assertEquals(50, lessonsBy(two, "ada"));
    assertEquals(1, lessonsBy(two, "bob"));
  }

  @Test
  void aSmallCommunityIsNotStarvedByALargeOne() {
    for (int i = 0; i < 40; i++) {
      give(10, "large" + i, "large");
    }
    give(10, "small", "small");
    give(10, "other", "other");
    Curriculum curriculum = curriculum(new Curriculum.Rules(0, ALL, new Cap(0.5, 15), 2));
    assertEquals(10, lessonsBy(curriculum, "small"));
    assertEquals(10, lessonsBy(curriculum, "other"));
    assertEquals(40, curriculum.lessons().size(), "the large one fills half of the run");
  }

  @Test
  void theNewestAreReadWhereNotAllCanBeAndWhatIsLikedBeforeThem() {
    give(10, "ada", "a");
    give(1, "bob", "b");
    Curriculum curriculum =
        Curriculum.of(poems, poem -> poem.id() == 2 ? 1 : 0, authorsUpTo(0.1, 3));
    assertEquals(
        List.of("poem number n2", "poem number n9", "poem number n10", "poem number n11"),
        curriculum.lessons());
  }

  @Test
  void aLikedPoemIsReadTwiceAndNeverMore() {
    give(3, "ada", "a");
    Curriculum curriculum = Curriculum.of(poems, poem -> poem.id() == 2 ? 1000 : 1, NO_LIMITS);
    assertEquals(4, curriculum.lessons().size());
    assertEquals(2, Collections.frequency(curriculum.lessons(), "poem number n2"));
  }

  @Test
  void theSameTextIsOneLesson() {
    give("ada", "a", "Roses are red\nViolets");
    give("bob", "b", "roses  are red \nviolets");
    assertEquals(List.of("Roses are red\nViolets"), curriculum(NO_LIMITS).lessons());
  }

  @Test
  void authorsAreHeldOutWhole() {
    for (int i = 0; i < 40; i++) {
      give(5, "author" + i, "a");
    }
    Curriculum curriculum = curriculum(new Curriculum.Rules(0.1, ALL, ALL, 2));
    assertEquals(200, curriculum.lessons().size() + curriculum.heldOut().size());
    assertEquals(20, curriculum.heldOut().size());
    Set<String> judges = authorsOf(curriculum.heldOut());
    assertEquals(4, judges.size());
    assertTrue(Collections.disjoint(judges, authorsOf(curriculum.lessons())));
    Collections.reverse(poems);
    assertEquals(
        new HashSet<>(curriculum.heldOut()),
        new HashSet<>(curriculum(new Curriculum.Rules(0.1, ALL, ALL, 2)).heldOut()),
        "whatever the order");
  }

  private Set<String> authorsOf(List<String> texts) {
    return poems.stream()
        .filter(poem -> texts.contains(poem.text()))
        .map(poem -> poem.author().id())
        .collect(Collectors.toSet());
  }

  @Test
  void anAuthorOfNearlyEverythingIsNotHeldOut() {
    give(200, "ada", "a");
    for (String author : List.of("bob", "cyd", "dan", "eve")) {
      give(3, author, "a");
    }
    Curriculum curriculum = curriculum(new Curriculum.Rules(0.1, ALL, ALL, 2));
    assertEquals(200, lessonsBy(curriculum, "ada"));
    assertTrue(!curriculum.heldOut().isEmpty());
  }

  @Test
  void ofFewAuthorsPoemsAreHeldOut() {
    give(150, "ada", "a");
    give(150, "bob", "a");
    Curriculum curriculum = curriculum(new Curriculum.Rules(0.1, ALL, ALL, 2));
    assertEquals(300, curriculum.lessons().size() + curriculum.heldOut().size());
    assertTrue(curriculum.heldOut().size() > 10 && curriculum.heldOut().size() < 60);
    assertTrue(Collections.disjoint(curriculum.lessons(), curriculum.heldOut()));
    assertEquals(Set.of("ada", "bob"), authorsOf(curriculum.heldOut()));
  }

  @Test
  void ofVeryFewPoemsNoneIsSpared() {
    for (int i = 0; i < 10; i++) {
      give(1, "author" + i, "a");
    }
    assertEquals(10, curriculum(new Curriculum.Rules(0.5, ALL, ALL, 2)).lessons().size());
  }

  @Test
  void rulesThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Cap(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Cap(0.5, -1));
    assertThrows(IllegalArgumentException.class, () -> new Curriculum.Rules(1, ALL, ALL, 1));
    assertThrows(IllegalArgumentException.class, () -> new Curriculum.Rules(0, ALL, ALL, 0));
  }
}
