package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names a test for every promise: they have to be there. */
class SecurityDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "security.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

  private static String document() throws IOException {
    return Files.readString(DOCUMENT);
  }

  /** The sources of the tests, those of one name together. */
  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityDocumentTest::text,
                  String::concat));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> named = NAMED.matcher(document()).results().toList();
    assertTrue(named.size() > 50, "the tables were read: " + named.size());
    Set<String> missing =
        named.stream()
            .filter(name -> !isTest(sources.getOrDefault(name.group(1), ""), name.group(2)))
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }

  /** Methods are parted by empty lines; what is before one's name is its own. */
  private static boolean isTest(String source, String method) {
    int name = source.indexOf("void " + method + "(");
    String before = source.substring(0, Math.max(0, name));
    String own = before.substring(before.lastIndexOf("\n\n") + 1);
    return Stream.of("@Test\n", "@ParameterizedTest", "@AfterEach").anyMatch(own::contains);
  }

  @Test
  void everyPromiseHasATest() throws IOException {
    List<String> promises =
        document()
            .lines()
            .dropWhile(line -> !line.startsWith("## A hostile member"))
            .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
            .filter(line -> !line.startsWith("| promise |"))
            .toList();
    assertTrue(promises.size() > 25, "the tables were read");
    assertEquals(List.of(), promises.stream().filter(line -> !NAMED.matcher(line).find()).toList());
  }
}
