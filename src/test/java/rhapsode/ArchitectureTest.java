package rhapsode;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house: who may import whom, and what stays in one room. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("rhapsode");

  /** Each room, and the rooms of ours that it may import. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("yaml", List.of()),
          Map.entry("wording", List.of()),
          Map.entry("logging", List.of()),
          Map.entry("http", List.of()),
          Map.entry("prosody", List.of()),
          Map.entry("language", List.of()),
          Map.entry("poem", List.of("prosody", "yaml", "wording")),
          Map.entry("drawing", List.of()),
          Map.entry("card", List.of("poem", "drawing")),
          Map.entry("chart", List.of("drawing")),
          Map.entry("network", List.of("language", "yaml")),
          Map.entry("poet", List.of("language", "poem", "prosody", "yaml", "wording", "logging")),
          Map.entry("judge", List.of("language", "poem", "prosody", "poet", "wording")),
          Map.entry("community", List.of("poem", "wording")),
          Map.entry(
              "learning", List.of("language", "community", "poem", "poet", "wording", "logging")),
          Map.entry(
              "chat",
              List.of(
                  "card", "chart", "poet", "community", "learning", "poem", "wording", "logging")),
          Map.entry("console", List.of("chat", "wording")),
          Map.entry("discord", List.of("chat", "wording", "logging")),
          Map.entry("telegram", List.of("chat", "wording", "logging", "http")),
          Map.entry(
              "monitoring",
              List.of("chat", "community", "learning", "poem", "poet", "wording", "http")),
          Map.entry("store", List.of("community", "learning", "chat", "wording")));

  /**
   * Training on Spark, which only the profile 'spark' builds; SparkArchitectureTest has its rules.
   */
  private static final String ANNEXE = "rhapsode.spark";

  static Stream<String> rooms() {
    return ROOMS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomImportsOnlyItsNeighbours(String room) {
    var allowed =
        Stream.concat(Stream.of(room), ROOMS.get(room).stream())
            .map(name -> "rhapsode." + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("rhapsode." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("rhapsode..")).or(resideInAnyPackage(allowed)))
        .check(HOUSE);
  }

  @Test
  void everyPackageIsOneOfTheRoomsAndNoRoomIsEmpty() {
    Set<String> known = Set.copyOf(ROOMS.keySet());
    classes()
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                describe(
                    "in a room of the house",
                    c ->
                        c.getPackageName().startsWith("rhapsode.app")
                            || c.getPackageName().equals(ANNEXE)
                            || known.stream()
                                .anyMatch(
                                    r ->
                                        (c.getPackageName() + ".")
                                            .startsWith("rhapsode." + r + ".")))))
        .check(HOUSE);
    for (String room : ROOMS.keySet()) {
      assertFalse(
          HOUSE.that(resideInAPackage("rhapsode." + room + "..")).stream()
              .allMatch(c -> c.getSimpleName().equals("package-info")),
          room + " is empty");
    }
  }

  @Test
  void roomsMakeNoCircles() {
    slices().matching("rhapsode.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void librariesStayInTheirRooms() {
    only("network", "org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");
    only("prosody", "com.sun.speech..");
    only("yaml", "org.snakeyaml..");
    only("store", "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.h2..");
    only("chat", "io.github.bucket4j..");
    only("console", "org.jline..");
    only("discord", "net.dv8tion..");
    only("chart", "org.knowm..");
    only(List.of("drawing", "card", "chart"), "java.awt..", "javax.imageio..");
    only("learning", "com.cronutils..");
    only("telegram", "org.telegram..");
    only("monitoring", "io.micrometer..");
    only("app", "picocli..");
  }

  private static void only(String room, String... libraries) {
    only(List.of(room), libraries);
  }

  /** None of these rules is vacuous: each room has to use the libraries. */
  private static void only(List<String> rooms, String... libraries) {
    DescribedPredicate<JavaClass> library = resideInAnyPackage(libraries);
    String[] packages = rooms.stream().map(r -> "rhapsode." + r + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat(library)
        .check(HOUSE);
    for (String room : rooms) {
      assertFalse(
          HOUSE.that(resideInAPackage("rhapsode." + room + "..")).stream()
              .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
              .noneMatch(d -> library.test(d.getTargetClass())),
          room + " does not use " + Arrays.toString(libraries));
    }
  }

  @Test
  void theEnvironmentIsReadByTheAppAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("rhapsode.app..")
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .check(HOUSE);
  }

  @Test
  void standardOutputIsForTheConsoleAndTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("rhapsode.console..", "rhapsode.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(HOUSE);
  }

  @Test
  void timeIsInjected() {
    DescribedPredicate<JavaClass> elsewhere = not(resideInAPackage("rhapsode.app.."));
    for (Class<?> type :
        List.of(
            java.time.Instant.class, java.time.LocalDate.class, java.time.LocalDateTime.class)) {
      noClasses().that(elsewhere).should().callMethod(type, "now").check(HOUSE);
    }
    noClasses()
        .that(elsewhere)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .check(HOUSE);
  }
}
