package rhapsode.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class YamlSectionTest {
  @Test
  void readsEveryKindOfValue() {
    try (var root =
        YamlFile.parse("a: 3\nb: 0.5\nc: word\nd: true\ne: {f: 1}\ng: [{h: 2}]\nw: [x, y]", "t")) {
      assertEquals(3, root.integer("a", 1, 5));
      assertEquals(0.5, root.decimal("b", 0, 1));
      assertEquals("word", root.text("c"));
      assertTrue(root.flag("d", false));
      try (var e = root.section("e")) {
        assertEquals(1, e.integer("f", 0, 9));
      }
      assertEquals(2, root.sections("g").get(0).integer("h", 0, 9));
      assertEquals(List.of("x", "y"), root.texts("w"));
      assertEquals(7, root.integer("absent", 1, 9, 7));
      assertFalse(root.flag("absent", false));
      assertTrue(root.optionalSection("absent").isEmpty());
    }
  }

  @Test
  void eachFaultIsOneSentenceWithKeyValueAndRange() {
    assertEquals(
        "t: the key 'a' is '9', but has to be a whole number from 1 to 5.",
        fault("a: 9", r -> r.integer("a", 1, 5)));
    assertEquals(
        "t: the key 'a' is 'x', but has to be a number from 0.0 to 1.0.",
        fault("a: x", r -> r.decimal("a", 0, 1)));
    assertEquals("t: the key 'a' is missing.", fault("b: 1", r -> r.integer("a", 1, 5)));
    assertEquals(
        "t: the key 'a' is 'q', but has to be one of [x, y].",
        fault("a: q", r -> r.choice("a", List.of("x", "y"))));
    assertEquals(
        "t: the key 'a.c' is not known here; the keys are [b].",
        fault(
            "a: {b: 1, c: 2}",
            r -> {
              try (var a = r.section("a")) {
                a.integer("b", 0, 5);
              }
            }));
    assertEquals(
        "t: the key 'a' has to be a mapping of keys to values.",
        fault("a: 1", r -> r.section("a")));
    assertEquals(
        "t: the key 'a' is '[]', but has to be a list with at least one entry.",
        fault("a: []", r -> r.texts("a")));
  }

  @Test
  void brokenYamlNamesItsLine() {
    var fault = assertThrows(YamlException.class, () -> YamlFile.parse("a: 1\nb: [", "net.yml"));
    assertTrue(fault.getMessage().startsWith("net.yml line 2 is not YAML"), fault.getMessage());
    assertThrows(YamlException.class, () -> YamlFile.parse("- a\n- b", "t"));
    assertThrows(YamlException.class, () -> YamlFile.parse("a: 1\na: 2", "t"));
  }

  @Test
  void aMissingFileIsNamed() {
    var fault = assertThrows(YamlException.class, () -> YamlFile.read(Path.of("no-such.yml")));
    assertEquals("There is no file no-such.yml.", fault.getMessage());
  }

  private static String fault(String yaml, Consumer<YamlSection> reading) {
    return assertThrows(
            YamlException.class,
            () -> {
              try (var root = YamlFile.parse(yaml, "t")) {
                reading.accept(root);
              }
            })
        .getMessage();
  }

  /** Found by fuzzing: it was said back in full. */
  @Test
  void aLongValueIsShortenedAndWhatHoldsOthersIsNotTold() {
    assertEquals(
        "t: the key 'a' is '" + "9".repeat(60) + "…', but has to be a whole number from 1 to 5.",
        fault("a: " + "9".repeat(500), r -> r.integer("a", 1, 5)));
    assertEquals(
        "t: the key 'a' is '[…]', but has to be a text.", fault("a: [1]", r -> r.text("a")));
    assertEquals(
        "t: the key 'a' is '{…}', but has to be a list of texts.",
        fault("a: [{b: 1}]", r -> r.texts("a")));
  }

  /** Found by fuzzing: a few lines that mean millions of values, or themselves. */
  @Test
  void valuesWithinValuesDoNoHarm() {
    String laughs = "x0: &x0 [lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 8; i++) {
      laughs += "x%d: &x%d [%s]\n".formatted(i, i, ("*x" + (i - 1) + ", ").repeat(6));
    }
    assertEquals(
        "t: the key 'x7' is '[…]', but has to be a text.", fault(laughs, r -> r.text("x7")));
    assertEquals(
        "t: the key 'a' is '[…]', but has to be a text.", fault("a: &a [[*a]]", r -> r.text("a")));
  }

  /** Found by fuzzing: a stack that overflows, a time that grows with the square. */
  @Test
  void whatIsNestedTooDeepOrTooLongIsOneSentence() {
    String deep = "t is nested too deep to be read; look for brackets that are not closed.";
    assertEquals(deep, fault("a: " + "[".repeat(100_000), r -> {}));
    assertEquals(
        "t is too long to be read; it may have 131,072 characters.",
        fault("a: " + "x".repeat(200_000), r -> {}));
    assertEquals("t is not YAML.", fault("a: !!int x", r -> r.integer("a", 1, 5)));
  }

  /** Found by fuzzing: the file system's own exception came through. */
  @Test
  void aNameThatNoFileCanHaveIsOneSentence() {
    assertEquals(
        "t: the key 'a' is ' ', but has to be the name of a file or a folder.",
        fault("a: \"\\0\"", r -> r.optionalPath("a")));
  }
}
