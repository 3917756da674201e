package rhapsode.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.chat.Button;
import rhapsode.chat.Description;
import rhapsode.chat.Router;
import rhapsode.community.ConsentText;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poet.Commission;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.ManualSchool;

/** The bundles are complete, agree with each other, and have what the code says and no more. */
class WordingTest {
  private static final Path SOURCES = Path.of("src/main/java/rhapsode");
  private static final Path BUNDLES = Path.of("src/main/resources/rhapsode/wording");

  /** Discord's limit of a command's description and of an option's. */
  private static final int LONGEST_HELP = 100;

  /** Platforms with buttons say these. */
  private static final Set<String> AWAITED =
      Set.of(
          "button.dead",
          "command.picture",
          "command.picture.number",
          "button.approve",
          "button.reject",
          "button.trust",
          "button.ban",
          "button.pardon",
          "button.back",
          "reason.not-a-poem",
          "reason.not-theirs",
          "reason.hurtful",
          "reason.spam",
          "reason.banned");

  private static final Pattern SPECIFIER =
      Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
  private static final Pattern SAID =
      Pattern.compile("(?:\\bsay|\\bPhrase\\.of|\\bnoting)\\(\\s*\"([^\"]*[^\".])\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*[a-z0-9])\"");

  static Stream<Locale> languages() {
    return Wording.languages().stream();
  }

  private static Map<String, String> bundle(Locale language) {
    String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    var properties = new Properties();
    try (var file = Files.newBufferedReader(BUNDLES.resolve("wording" + suffix + ".properties"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var bundle = new TreeMap<String, String>();
    properties.forEach((key, value) -> bundle.put((String) key, (String) value));
    return bundle;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheKeysOfEnglish(Locale language) {
    assertEquals(bundle(Locale.ENGLISH).keySet(), bundle(language).keySet());
    assertEquals(language, Wording.of(language).locale());
  }

  @Test
  void everyFileIsALanguage() throws IOException {
    try (var files = Files.list(BUNDLES)) {
      assertEquals(Wording.languages().size(), files.count());
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everySentenceTakesTheValuesOfTheEnglishOne(Locale language) {
    Map<String, String> english = bundle(Locale.ENGLISH);
    bundle(language)
        .forEach(
            (key, sentence) -> {
              assertEquals(specifiers(english.get(key)), specifiers(sentence), key);
              String many = key.endsWith(".one") ? key.substring(0, key.length() - 4) : key;
              assertEquals(specifiers(english.get(many)), specifiers(sentence), key);
              assertFalse(String.format(language, sentence, samples(sentence)).isBlank(), key);
            });
  }

  /** What kind of value stands at each place, from 1. */
  private static Map<Integer, String> specifiers(String sentence) {
    var specifiers = new TreeMap<Integer, String>();
    int next = 1;
    for (MatchResult found : SPECIFIER.matcher(sentence).results().toList()) {
      if (!found.group(2).equals("%")) {
        int place = found.group(1) == null ? next++ : Integer.parseInt(found.group(1));
        specifiers.put(place, found.group(2));
      }
    }
    return specifiers;
  }

  private static Object[] samples(String sentence) {
    return specifiers(sentence).values().stream()
        .map(
            kind ->
                switch (kind) {
                  case "d" -> (Object) 1234;
                  case "f" -> 0.5;
                  case "s" -> "x";
                  default -> throw new AssertionError(kind + " in: " + sentence);
                })
        .toArray();
  }

  @Test
  void whatTheCodeSaysIsThereAndNothingElse() {
    Set<String> keys = bundle(Locale.ENGLISH).keySet();
    Set<String> families = keys.stream().map(WordingTest::family).collect(Collectors.toSet());
    families.removeAll(Set.of("yes", "no"));
    String code = code();
    Set<String> literals = found(LITERAL, code);
    Set<String> said = found(SAID, code);
    literals.stream()
        .filter(literal -> literal.contains("."))
        .filter(literal -> families.contains(family(literal)))
        .forEach(said::add);
    assertEquals(Set.of(), without(said, keys), "said, but in no bundle");
    Set<String> used = new HashSet<>(literals);
    used.addAll(byData());
    used.addAll(AWAITED);
    used.addAll(used.stream().map(key -> key + ".one").toList());
    assertEquals(Set.of(), without(keys, used), "in the bundles, but never said");
    assertEquals(Set.of(), without(byData(), keys), "needed, but in no bundle");
  }

  private static String family(String key) {
    return key.split("\\.")[0];
  }

  private static Set<String> found(Pattern pattern, String code) {
    return pattern
        .matcher(code)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    var rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static String code() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      var code = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file, UTF_8)).append('\n');
      }
      return code.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys that are put together from the names of commands, forms and versions. */
  private static Set<String> byData() {
    var keys = new TreeSet<String>();
    for (Description command : commands()) {
      String key = "command." + command.path().replace(' ', '.');
      keys.add(key);
      command.options().forEach(option -> keys.add(key + "." + option.name()));
    }
    Forms.load().all().stream().map(Form::name).map("form."::concat).forEach(keys::add);
    keys.add(ConsentText.current().key());
    return keys;
  }

  private static List<Description> commands() {
    var community = new Community();
    return new Router(Fakes.commands(new FakePoet(), community, new ManualSchool())).descriptions();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatPlatformsShowFitsThem(Locale language) {
    bundle(language)
        .forEach(
            (key, text) -> {
              if (family(key).equals("command")) {
                assertTrue(text.length() <= LONGEST_HELP, key + ": " + text.length());
                assertTrue(text.matches("(?s).*[.?]"), key);
              } else if (family(key).equals("button") && !key.equals("button.dead")) {
                String label = String.format(language, text, samples(text));
                assertTrue(label.length() <= Button.LONGEST_LABEL, key);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theUsualTemperatureIsTold(Locale language) {
    String told = Wording.of(language).say("command.poem.temperature");
    assertTrue(told.contains(String.valueOf(Commission.USUAL_TEMPERATURE)), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 0 | and 0 older ones",
        "en | 1 | and 1 older one",
        "en | 2000 | and 2,000 older ones",
        "de | 0 | und 0 ältere",
        "de-AT | 1 | und 1 älteres",
        "de-CH | 2000 | und 2.000 ältere",
        "es-MX | 1 | y 1 más antiguo",
        "fr | 0 | et 0 plus ancien",
        "fr-CA | 2 | et 2 plus anciens",
        "pt-BR | 0 | e 0 mais antigo",
        "pt-PT | 2000 | e 2.000 mais antigos",
        "ja | 3 | and 3 older ones"
      })
  void numbersAreSaidAsTheReaderCounts(String reader, int count, String sentence) {
    assertEquals(sentence, Wording.of(Locale.forLanguageTag(reader)).say("mine.more", count));
  }

  @Test
  void aPhraseInAPhraseIsOfTheSameLanguage() {
    var phrase = Phrase.of("miss", 2, Phrase.of("miss.syllables", 1, 8));
    assertEquals("Line 2 has 1 syllable; the form asks for 8.", phrase.english());
    assertEquals(
        "Zeile 2 hat 1 Silbe; die Form verlangt 8.", Wording.of(Locale.GERMAN).say(phrase));
  }

  @Test
  void whatNobodyWroteIsAMistake() {
    assertThrows(MissingResourceException.class, () -> Phrase.of("nonsense").english());
    assertFalse(Wording.of(Locale.ENGLISH).has("nonsense"));
  }
}
