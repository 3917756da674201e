package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.community.Submissions;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.SettableClock;

class DescriptionTest {
  // The narrowest limits of the platforms that the same descriptions are registered with.
  private static final int LONGEST_HELP = 100;
  private static final int MOST_OPTIONS = 25;

  static List<Description> all() {
    var submissions = new Submissions(new InMemoryPoemStore(), new SettableClock());
    return new Router(Fakes.commands(new FakePoet(), submissions, new ManualSchool()))
        .descriptions();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCommandFitsEveryPlatform(Description command) {
    assertTrue(command.help().length() <= LONGEST_HELP, command.help());
    assertTrue(command.help().endsWith("."), command.help());
    assertTrue(command.options().size() <= MOST_OPTIONS);
    for (Option option : command.options()) {
      assertTrue(option.help().length() <= LONGEST_HELP, option.help());
      assertTrue(option.choices().size() <= MOST_OPTIONS);
    }
  }

  @Test
  void noBaseIsACommandItself() {
    List<String> paths = all().stream().map(Description::path).toList();
    for (Description command : all()) {
      assertTrue(command.path().equals(command.base()) || !paths.contains(command.base()));
    }
  }

  @Test
  void usageShowsWhatMayBeLeftOut() {
    assertEquals(
        List.of("/poem seed [form:…] [temperature:…] [mood:…] [proof:…]", "/help [command]"),
        all().stream()
            .filter(d -> d.path().equals("poem") || d.path().equals("help"))
            .map(Description::usage)
            .toList());
  }

  @Test
  void malformedDescriptionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Description.open("Poem", "x"));
    assertThrows(IllegalArgumentException.class, () -> Description.open("a b c", "x"));
    assertThrows(IllegalArgumentException.class, () -> Option.flag("a b", "x"));
    assertThrows(IllegalArgumentException.class, () -> Option.number("a", 2, 1, "x"));
  }

  @ParameterizedTest
  @CsvSource({"hiaku,haiku", "haik,haiku", "HAIKU,haiku", "sonet,sonnet", "x,", "sontenana,"})
  void theNearestWordIsFound(String typed, String meant) {
    assertEquals(Optional.ofNullable(meant), Nearest.to(typed, List.of("haiku", "sonnet", "free")));
  }
}
