package rhapsode.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.testing.ManualSchool;

/** Dashboard, alerts and documentation name metrics that there are. */
@Timeout(60)
class DashboardTest {
  private static final Path CONFIG = Path.of("config/monitoring");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:rhapsode|jvm|process|system|logback)_[a-z_]+[a-z]\\b");
  private static final Pattern SAMPLE = Pattern.compile("^([a-z_]+)(?:\\{.*})? .*");
  private static final Set<String> EXPORTED = new HashSet<>();

  @BeforeAll
  static void aBotThatHasDoneAllThereIs() {
    var somebody = new Person("console", "1", "Olga", Rank.OWNER);
    try (var monitoring =
        Monitoring.open(Optional.of(new Address(Address.LOOPBACK, 0)), "rhapsode 1.0")) {
      monitoring.watch(new FakeBot());
      monitoring.watchPlatforms(() -> Map.of("discord", true));
      MetricsTest.conversation(monitoring, new ManualSchool())
          .says(somebody, "poem", "seed:moon")
          .join();
      // A pause is told of by a listener, a moment after the collection.
      while (!EXPORTED.contains("jvm_gc_pause_seconds_sum")) {
        System.gc();
        EXPORTED.addAll(exported(monitoring));
      }
    }
  }

  @AfterAll
  static void forget() {
    EXPORTED.clear();
  }

  private static Set<String> exported(Monitoring monitoring) {
    return Visitor.of(monitoring)
        .gets("/metrics")
        .body()
        .lines()
        .map(SAMPLE::matcher)
        .filter(sample -> sample.matches())
        .map(sample -> sample.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> named(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void areExported(Set<String> names) {
    assertFalse(names.isEmpty());
    names.removeAll(EXPORTED);
    assertEquals(Set.of(), names, () -> "of " + new TreeSet<>(EXPORTED));
  }

  private static JsonNode dashboard() throws Exception {
    return new ObjectMapper().readTree(CONFIG.resolve("dashboard.json").toFile());
  }

  @Test
  void everyMetricOfTheDashboardIsExported() throws Exception {
    List<String> queries = new ArrayList<>();
    dashboard().findValues("expr").forEach(query -> queries.add(query.asText()));
    assertTrue(queries.size() > 20, queries.toString());
    for (String query : queries) {
      assertFalse(named(query).isEmpty(), query);
    }
    areExported(named(String.join("\n", queries)));
  }

  @Test
  void panelsDoNotOverlapAndHaveNumbersOfTheirOwn() throws Exception {
    var places = new HashSet<String>();
    var ids = new HashSet<Integer>();
    for (JsonNode panel : dashboard().get("panels")) {
      assertTrue(ids.add(panel.get("id").asInt()), panel.toString());
      JsonNode at = panel.get("gridPos");
      for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
        for (int y = at.get("y").asInt(); y < at.get("y").asInt() + at.get("h").asInt(); y++) {
          assertTrue(x < 24 && places.add(x + "," + y), panel.toString());
        }
      }
    }
  }

  @Test
  void everyMetricOfTheAlertsIsExported() throws Exception {
    areExported(named(Files.readString(CONFIG.resolve("alerts.yml"))));
  }

  @Test
  void theDocumentationNamesAllOfOursAndNoOther() throws Exception {
    Set<String> documented = families(named(Files.readString(Path.of("docs/monitoring.md"))));
    Set<String> families = families(EXPORTED);
    Set<String> ours =
        families.stream()
            .filter(name -> name.startsWith("rhapsode_") || name.startsWith("process_resident"))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), minus(ours, documented), "not documented");
    assertEquals(Set.of(), minus(documented, families), "not exported");
  }

  /** A histogram is four metrics of one name. */
  private static Set<String> families(Set<String> metrics) {
    return metrics.stream()
        .map(name -> name.replaceAll("_seconds_(bucket|count|sum|max)$", "_seconds"))
        .collect(Collectors.toSet());
  }

  private static Set<String> minus(Set<String> some, Set<String> others) {
    return some.stream().filter(name -> !others.contains(name)).collect(Collectors.toSet());
  }

  @Test
  void theUsualPortIsTheSameEverywhere() throws Exception {
    for (Path file :
        List.of(
            CONFIG.resolve("prometheus.yml"),
            Path.of("config/rhapsode.yml"),
            Path.of("docs/monitoring.md"))) {
      assertTrue(Files.readString(file).contains("9464"), file.toString());
    }
    try (Stream<Path> files = Files.walk(CONFIG)) {
      assertEquals(5, files.filter(Files::isRegularFile).count());
    }
  }
}
