package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhapsode.prosody.Prosody;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;
import rhapsode.wording.Wording;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

/** Forms that nobody has heard of, and what is proved of lines that are none. */
class PoemFuzzTest {
  private static final int TEXTS = Fuzz.count("texts", 200);
  private static final int FILES = Fuzz.count("files", 200);
  private static final List<String> SCHEMES =
      List.of(
          "ABAB/8",
          "ABAB CDCD/10 iambic",
          "AABBA/8,8,5,5,8 anapestic",
          "---/5,7,5",
          "AABB",
          "haiku",
          "sonnet",
          "x x x",
          "abcdefghijklmnopqrstuvwxyz/20 dactylic");

  private final Forms forms = Forms.load();
  private final Prover prover = new Prover(Prosody.load());

  private static String scheme(Random random) {
    return random.nextInt(5) == 0
        ? Nasty.text(random)
        : Mutation.of(Nasty.one(SCHEMES, random), SCHEMES, random);
  }

  @Test
  void aSchemeIsAFormOrASentence() {
    Fuzz.of("schemes", PoemFuzzTest::scheme, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              if (forms.find(text) instanceof Finding.Found found) {
                Form form = found.form();
                assertTrue(form.lines().size() <= Scheme.MOST_LINES);
                assertEquals(forms.find(form.name()), found, "its name asks for it again");
              } else {
                var nothing = (Finding.Nothing) forms.find(text);
                for (Locale reader : Wording.languages()) {
                  String said = Wording.of(reader).say(nothing.sentence());
                  assertFalse(said.isBlank());
                  assertTrue(said.length() < 600, said);
                }
              }
            });
  }

  @Test
  void anySeedIsSpelledOrNot() {
    Form acrostic = forms.named("acrostic").orElseThrow();
    Fuzz.of("acrostics", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            seed -> {
              Optional<Form> spelled = acrostic.spelling(seed);
              spelled.ifPresent(form -> assertTrue(form.lines().size() <= Acrostic.MOST_LINES));
              Form form = spelled.orElseGet(forms::standard);
              List<Line> lines = seed.lines().filter(l -> !l.isBlank()).map(Line::new).toList();
              FormProof proof = prover.prove(form, lines);
              assertEquals(lines.size(), proof.lines().size());
              proof.holds();
              for (Locale reader : Wording.languages()) {
                ProofText.of(proof, reader);
              }
            });
  }

  @Test
  void aFileOfFormsIsReadOrRefusedInOneSentence() throws IOException {
    String example;
    try (InputStream in = Forms.class.getResourceAsStream("forms.yml")) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Fuzz.of(
            "forms files",
            random -> Mutation.of(example, List.of(example), random),
            Shrinker.text())
        .run(
            FILES,
            text -> {
              try {
                Forms.read(YamlFile.parse(text, "forms"));
              } catch (YamlException e) {
                assertTrue(e.getMessage().startsWith("forms"), e.getMessage());
                assertTrue(e.getMessage().length() < 1000, e.getMessage());
              }
            });
  }
}
