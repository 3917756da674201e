package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.ModelVersion;
import rhapsode.testing.OtherSchool;

/**
 * Kills a real, busy process at random moments, again and again, and looks what is left of all that
 * it had acknowledged. {@code -Drhapsode.kills=1000} kills so often.
 */
@Timeout(1800)
final class KillsUnderLoadTest {
  private static final int KILLS = Integer.getInteger("rhapsode.kills", 12);

  /** Each comes, however few the kills. */
  private static final Set<String> DEEDS =
      Set.of("added", "decided", "withdrawn", "liked", "promoted");

  /** Every so many lives one goes on until a model was promoted, for which most are too short. */
  private static final int LONG_LIFE = 6;

  private static final long SEED = Long.getLong("rhapsode.kills.seed", 1);

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Set<String> acknowledged = new LinkedHashSet<>();

  @ParameterizedTest
  @EnumSource
  void nothingAcknowledgedIsLostAndOneModelServes(TestDatabase kind) throws Exception {
    String address = kind == TestDatabase.H2 ? "" + folder.resolve("data") : kind.newUrl();
    for (int kills = 1; kills <= KILLS; kills++) {
      Set<String> before = Set.copyOf(acknowledged);
      live(address, kills % LONG_LIFE == 0);
      try (Database database = open(address)) {
        holds(database, without(before));
      }
      if (kills % 100 == 0) {
        System.out.printf("%s: %d kills so far%n", kind, kills);
      }
    }
    try (Database database = open(address)) {
      holds(database, acknowledged);
    }
    assertEquals(DEEDS, deeds());
    System.out.printf(
        "%s: %d kills, %d acknowledged changes, none lost%n", kind, KILLS, acknowledged.size());
  }

  /** What was acknowledged so far, each kind once. */
  private Set<String> deeds() {
    return acknowledged.stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
  }

  private static Database open(String address) {
    return Database.open(
        address.startsWith("jdbc:")
            ? DatabaseAddress.server(address, "", "")
            : DatabaseAddress.folder(Path.of(address)));
  }

  private void live(String address, boolean untilPromoted)
      throws IOException, InterruptedException {
    try (var process =
        new OtherProcess(
            BusyProcess.class, address, "" + folder.resolve("models"), "" + random.nextLong())) {
      if (untilPromoted) {
        acknowledged.addAll(process.awaitDeed("promoted"));
      }
      acknowledged.addAll(process.await(1 + random.nextInt(80)));
      acknowledged.addAll(process.kill());
    }
  }

  /** What came in this life; all that came before is looked at once more in the end. */
  private List<String> without(Set<String> before) {
    return acknowledged.stream().filter(line -> !before.contains(line)).toList();
  }

  private void holds(Database database, Iterable<String> lines) throws IOException {
    var poems = new JdbcPoemStore(database);
    var anthology = new JdbcAnthology(database);
    var history = new JdbcModelHistory(database);
    var wrong = new ArrayList<String>();
    for (String line : lines) {
      String[] words = line.split(" ");
      boolean there =
          switch (words[0]) {
            case "added" -> poems.find(Long.parseLong(words[1])).isPresent();
            case "decided" -> decided(poems, words[1].split(":"));
            case "withdrawn" -> withdrawn(poems, Long.parseLong(words[1]));
            case "liked" -> anthology.likes(Long.parseLong(words[1])) == 1;
            default -> history.find(words[1]).isPresent();
          };
      if (!there) {
        wrong.add(line);
      }
    }
    assertEquals(List.of(), wrong);
    assertOneModelServes(database, history);
  }

  private static boolean decided(JdbcPoemStore poems, String[] decision) {
    return poems
        .decision(Long.parseLong(decision[0]))
        .filter(made -> made.verdict() == PoemStatus.valueOf(decision[1]))
        .isPresent();
  }

  private static boolean withdrawn(JdbcPoemStore poems, long id) {
    Optional<SubmittedPoem> poem = poems.find(id);
    return poem.filter(p -> p.status() == PoemStatus.WITHDRAWN && p.text().isEmpty()).isPresent();
  }

  private void assertOneModelServes(Database database, JdbcModelHistory history) {
    try (var school = OtherSchool.on(database, folder.resolve("models"))) {
      String serving = history.inService().map(ModelVersion::name).orElse("base");
      assertEquals(serving, school.serving());
      assertTrue(serving.equals("base") || school.isWhole(serving), serving);
      assertEquals(Optional.empty(), history.running());
    }
  }
}
