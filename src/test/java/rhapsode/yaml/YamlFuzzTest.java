package rhapsode.yaml;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;

/** Documents that are hardly YAML, asked for every kind of value. */
class YamlFuzzTest {
  private static final int FILES = Fuzz.count("files", 500);
  private static final int LONGEST_MESSAGE = 600;

  private static final List<String> EXAMPLES =
      List.of(
          "a: 3\nb: 0.5\nc: word\nd: true\ne: {a: 1}\nf: [{a: 2}]\ng: [x, y]\nh: [1, 2]\n",
          "a: &x [1, 2]\nb: *x\nc: [*x, *x]\n",
          "a: &a [lol, lol, lol]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n",
          "a: !!int \"3\"\nb: !!binary aGk=\nc: !!str 4\nd: !!float .inf\ne: !!set {a, b}\n",
          "a: |\n  text\n  more\nb: >\n  folded\n'c': \"\\u0041\\n\"\n? d\n: e\n",
          "--- a\n...\n--- b\n",
          "%YAML 1.2\n---\na: ~\nb: null\nc: 0x1F\nd: 0o17\ne: .nan\n",
          "a: [[[[1]]]]\nb: {c: {d: {e: 1}}}\n");

  private static String document(Random random) {
    return random.nextInt(4) == 0
        ? "a: " + Nasty.text(random)
        : Mutation.of(Nasty.one(EXAMPLES, random), EXAMPLES, random);
  }

  @Test
  void everyDocumentIsReadOrRefusedInOneSentence() {
    Fuzz.of("yaml", YamlFuzzTest::document, Shrinker.text())
        .run(
            FILES,
            text -> {
              List<String> keys = List.of("a", "b", "c", "d", "e", "f", "g", "h", "zz");
              asked(text, keys, (section, key) -> section.text(key));
              asked(text, keys, (section, key) -> section.flag(key, true));
              asked(text, keys, (section, key) -> section.integer(key, -5, 5));
              asked(text, keys, (section, key) -> section.decimal(key, -5, 5));
              asked(text, keys, (section, key) -> section.choice(key, List.of("word")));
              asked(text, keys, (section, key) -> section.section(key).close());
              asked(text, keys, (section, key) -> section.sections(key));
              asked(text, keys, (section, key) -> section.texts(key));
              asked(text, keys, (section, key) -> section.integers(key, -5, 5));
              asked(text, keys, (section, key) -> section.optionalPath(key));
            });
  }

  private interface Question {
    void to(YamlSection section, String key);
  }

  private static void asked(String text, List<String> keys, Question question) {
    try (YamlSection section = YamlFile.parse(text, "doc")) {
      for (String key : keys) {
        try {
          question.to(section, key);
        } catch (YamlException e) {
          told(e);
        }
      }
    } catch (YamlException e) {
      told(e);
    }
  }

  private static void told(YamlException e) {
    assertTrue(e.getMessage().startsWith("doc"), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
    assertFalse(e.getMessage().length() > LONGEST_MESSAGE, e.getMessage());
  }
}
