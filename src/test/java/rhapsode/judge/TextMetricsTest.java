package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Seed words, variety and novelty, on poems made by hand. */
class TextMetricsTest {
  @Test
  void seedWordsStandInThePoemWhateverTheirCase() {
    var all = new SeedWords(word -> true);
    assertEquals(new Tally(1, 1), all.of(Poems.about("Moon", "the moon,\nthe sea")));
    assertEquals(new Tally(0, 1), all.of(Poems.about("moon", "by moonlight")));
    assertEquals(
        new Tally(2, 3), all.of(Poems.about("my mother's garden", "My garden\nis a mother")));
    assertEquals(0, all.of(Poems.free("moon")).cases());
    assertEquals(new Tally(0, 1), all.of(Poems.about("moon", "")));
  }

  @Test
  void knownAndUnknownSeedWordsAreCountedApart() {
    var unknown = new SeedWords(word -> word.equals("covfefe"));
    assertEquals(new Tally(1, 1), unknown.of(Poems.about("covfefe moon", "Covfefe, a sea")));
    assertEquals(0, unknown.of(Poems.about("moon", "moon")).cases());
  }

  @Test
  void distinctCountsDifferentRunsInPoemsOfMiddleLength() {
    String line = "one two three four five six seven eight nine ten\n";
    assertEquals(new Tally(10 / 60.0, 1), Variety.distinct(1).of(Poems.free(line.repeat(6))));
    assertEquals(new Tally(10 / 59.0, 1), Variety.distinct(2).of(Poems.free(line.repeat(6))));
    assertEquals(Tally.NONE, Variety.distinct(1).of(Poems.free(line.repeat(5))));
    assertEquals(Tally.NONE, Variety.distinct(1).of(Poems.free(line.repeat(14))));
  }

  @Test
  void repetitionRunsAcrossLines() {
    Exhibit poem = Poems.free("the sea is\nwide, the sea is wide, and deep, the sea");
    assertEquals(new Tally(1, 9), Variety.repeated(4).of(poem));
    assertEquals(0, Variety.repeated(4).of(Poems.free("one two three")).cases());
  }

  @Test
  void whatWasReadIsKnown() {
    Library library =
        Library.of(List.of("The moon is up, the night\nis near and cold as stone", "A fox is up"));
    Exhibit poem = Poems.free("and the moon is up\nthe fox is up");
    assertEquals(new Tally(1, 5), library.known(5).of(poem));
    assertEquals(new Tally(0, 4), library.known(6).of(poem));
    assertThrows(IllegalArgumentException.class, () -> library.known(4));
  }

  @Test
  void turnsOfALineAreWordsMarksAndItsEnds() {
    Library library = Library.of(List.of("The moon is up,\nand cold\nas stone"));
    // Never stood there: "moon ,", "as up", and "up" at the end of a line.
    Exhibit poem = Poems.free("the moon,\nas up");
    assertEquals(new Tally(3, 6), library.unseen(2).of(poem));
    assertEquals(new Tally(4, 4), library.unseen(3).of(poem));
    assertEquals(0, library.unseen(2).of(Poems.free("")).cases());
    assertThrows(IllegalArgumentException.class, () -> library.unseen(5));
  }

  @Test
  void eightWordsInARowAreBorrowed() {
    Library library = Library.of(List.of("The moon is up, the night\nis near and cold as stone"));
    Metric borrows = library.borrows(8);
    assertEquals(
        new Tally(1, 1), borrows.of(Poems.free("Moon is up the\nNIGHT is, near; and warm")));
    assertEquals(new Tally(0, 1), borrows.of(Poems.free("moon is up the night is near but")));
    assertEquals(Tally.NONE, borrows.of(Poems.free("")));
  }
}
