package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;

/** {@code docs/chat.md} names a test for every rule and every command: they have to be there. */
class ChatDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "chat.md");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
  private static final List<String> PACKAGES =
      List.of("rhapsode.discord.", "rhapsode.telegram.", "rhapsode.chat.", "rhapsode.app.");

  private static String document() throws IOException {
    return Files.readString(DOCUMENT);
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    List<MatchResult> named = NAMED.matcher(document()).results().toList();
    assertTrue(named.size() > 100, "the tables were read: " + named.size());
    Set<String> missing =
        named.stream()
            .filter(name -> !isTest(name.group(1), name.group(2)))
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }

  private static boolean isTest(String type, String method) {
    return PACKAGES.stream()
        .map(folder -> type(folder + type))
        .flatMap(Optional::stream)
        .flatMap(found -> Arrays.stream(found.getDeclaredMethods()))
        .anyMatch(found -> found.getName().equals(method) && isTest(found));
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  @Test
  void everyRuleHasATest() throws IOException {
    List<String> untested =
        document()
            .split("\n## Figures")[0]
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
            .filter(line -> !line.startsWith("| what ") && !line.startsWith("| command "))
            .filter(line -> NAMED.matcher(line).results().findAny().isEmpty())
            .toList();
    assertEquals(List.of(), untested);
  }

  /** Moderators' buttons share one row. */
  @Test
  void everyCommandHasAConversationOnBothPlatforms() throws IOException {
    String document = document();
    List<String> untold =
        Fakes.commands(new Fakes.FakePoet(), new Community(), new ManualSchool()).stream()
            .map(Command::description)
            .filter(
                command ->
                    command.audience() != Audience.MODERATORS || command.surface() == Surface.TYPED)
            .map(Description::path)
            .filter(path -> !hasConversations(document, path))
            .toList();
    assertEquals(List.of(), untold, "commands without a row in " + DOCUMENT);
  }

  private static boolean hasConversations(String document, String path) {
    return document
        .lines()
        .filter(line -> line.startsWith("| ") && line.split("\\|")[1].contains("`/" + path + "`"))
        .anyMatch(line -> NAMED.matcher(line).results().count() >= 2);
  }
}
