package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import rhapsode.language.LineOrder;
import rhapsode.poem.Poem;
import rhapsode.poem.Prover;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;
import rhapsode.testing.FakeLanguageModel;
import rhapsode.testing.SettableClock;
import rhapsode.testing.Verse;

class PlainPoetTest {
  private final PlainPoet poet =
      new PlainPoet(
          new FakeLanguageModel(Verse.poems(80)), new Prover(Poems.PROSODY), new SettableClock());

  private Poem poem(String seed, String form, long number) {
    var commission =
        new Commission(seed, Poems.form(form), 0.8, Optional.empty(), OptionalLong.of(number));
    return assertInstanceOf(Outcome.Written.class, poet.write(commission).join()).poem();
  }

  @Test
  void itWritesAsManyLinesFromTheSeedOn() {
    for (int number = 0; number < 20; number++) {
      Poem poem = poem("covfefe moon", "sonnet", number);
      assertEquals(14, poem.lines().size(), poem.text());
      assertTrue(poem.text().startsWith("Covfefe moon"), poem.text());
      assertFalse(poem.text().contains("<"), poem.text());
    }
  }

  @Test
  void aModelThatWritesBackwardsEndsTheFirstLineWithTheSeed() {
    var model = new FakeLanguageModel(Verse.poems(80), LineOrder.BACKWARD);
    var backward = new PlainPoet(model, new Prover(Poems.PROSODY), new SettableClock());
    var asked =
        new Commission(
            "covfefe moon", Poems.form("haiku"), 0.8, Optional.empty(), OptionalLong.of(2));
    Poem poem = assertInstanceOf(Outcome.Written.class, backward.write(asked).join()).poem();
    assertTrue(poem.lines().get(0).text().toLowerCase(Locale.ROOT).endsWith("covfefe moon"));
    assertEquals(3, poem.lines().size());
  }

  @Test
  void anAcrosticHasAsManyLinesAsTheSeedHasLetters() {
    assertEquals(4, poem("rain", "acrostic", 1).lines().size());
    var asked =
        new Commission("42", Poems.form("acrostic"), 0.8, Optional.empty(), OptionalLong.of(1));
    assertInstanceOf(Outcome.Declined.class, poet.write(asked).join());
  }

  @Test
  void theSameNumberGivesTheSamePoem() {
    assertEquals(poem("rain", "haiku", 3), poem("rain", "haiku", 3));
    assertNotEquals(poem("rain", "haiku", 3).text(), poem("rain", "haiku", 4).text());
  }

  @Test
  void theProtocolAsksAndAnEmptyPageGetsNoMarks() {
    var told = new ArrayList<Integer>();
    List<Exhibit> poems = Trial.of(poet, Poems.form("haiku"), new Protocol(5), told::add);
    assertEquals(List.of(1, 2, 3, 4, 5), told);
    assertEquals(5, poems.size());
    assertEquals(Optional.of("moon"), poems.get(0).seed());
    assertTrue(poems.get(0).took().isPresent());
    var asked =
        new Commission("!?", Poems.form("haiku"), 0.8, Optional.empty(), OptionalLong.of(1));
    assertEquals(List.of(), Exhibit.of(asked, poet.write(asked).join()).lines());
  }
}
