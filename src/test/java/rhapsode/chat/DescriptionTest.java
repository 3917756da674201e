package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.ManualSchool;
import rhapsode.wording.Wording;

class DescriptionTest {
  // The narrowest limits of the platforms that the same descriptions are registered with.
  private static final int LONGEST_HELP = 100;
  private static final int MOST_OPTIONS = 25;

  static List<Description> all() {
    var community = new Community();
    return new Router(Fakes.commands(new FakePoet(), community, new ManualSchool())).descriptions();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCommandFitsEveryPlatform(Description command) {
    for (Locale reader : Wording.languages()) {
      fits(command, reader);
    }
  }

  private static void fits(Description command, Locale reader) {
    String help = command.help(reader);
    assertTrue(help.length() <= LONGEST_HELP, help);
    assertTrue(help.endsWith("."), help);
    assertTrue(command.options().size() <= MOST_OPTIONS);
    for (Option option : command.options()) {
      assertTrue(
          command.help(option, reader).length() <= LONGEST_HELP, command.help(option, reader));
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
    assertThrows(IllegalArgumentException.class, () -> Description.open("Poem"));
    assertThrows(IllegalArgumentException.class, () -> Description.open("a b c"));
    assertThrows(IllegalArgumentException.class, () -> Option.flag("a b"));
    assertThrows(IllegalArgumentException.class, () -> Option.number("a", 2, 1));
  }

  @ParameterizedTest
  @CsvSource({"hiaku,haiku", "haik,haiku", "HAIKU,haiku", "sonet,sonnet", "x,", "sontenana,"})
  void theNearestWordIsFound(String typed, String meant) {
    assertEquals(Optional.ofNullable(meant), Nearest.to(typed, List.of("haiku", "sonnet", "free")));
  }
}
