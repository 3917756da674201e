package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Author;
import rhapsode.community.Community;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;

/**
 * What it costs to give a poem, to list one's own, and to be shown the best or any, in a community
 * of many poems. {@code -Drhapsode.poems=1000,10000,100000,1000000} measures at each of these sizes
 * and prints a table; by default it only sees that all of them use an index.
 */
final class StoreSizeTest {
  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("rhapsode.poems", "500").split(","))
          .map(Integer::valueOf)
          .toList();

  private static final int TIMES = Integer.getInteger("rhapsode.poems.times", 200);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Community HERE = new Community("discord", "here");
  private static final Consent ALL = new Consent(true, true, true, "2026-11", NOW);

  @TempDir Path folder;

  private final Random random = new Random(1);
  private int given;

  @ParameterizedTest
  @EnumSource
  void theCostOfAPoemDoesNotGrowWithTheirNumber(TestDatabase kind) throws SQLException {
    DatabaseAddress address =
        kind == TestDatabase.H2 ? DatabaseAddress.folder(folder) : kind.address();
    for (int size : SIZES) {
      try (Database database = Database.open(address)) {
        fill(database, size);
        if (kind == TestDatabase.POSTGRES) {
          database.jdbc().write(on -> on.update("analyze poem"));
        }
      }
      long start = System.nanoTime();
      try (Database database = Database.open(address)) {
        Duration opening = Duration.ofNanos(System.nanoTime() - start);
        measure(kind, database, size, opening);
      }
    }
  }

  /** Up to this many poems of an author for each twenty, half of them liked by somebody. */
  private void fill(Database database, int size) {
    while (given < size) {
      int many = Math.min(5000, size - given);
      database
          .jdbc()
          .write(
              on -> {
                for (int i = 0; i < many; i++) {
                  insert(on, given++);
                }
                return many;
              });
    }
  }

  private void insert(Statements on, int number) throws SQLException {
    long id = PoemRow.insert(on, poem(number), ALL, NOW.plusSeconds(number));
    if (number % 2 == 0) {
      on.update(
          "insert into poem_vote (poem_id, platform, author_id, liked_at) values (?, ?, ?, ?)",
          id,
          "discord",
          "" + random.nextInt(1000),
          NOW);
      JdbcShownPoems.count(on, id);
    }
  }

  private Author author(int number) {
    return new Author("discord", "" + number / 20, "Ada");
  }

  private Submission poem(int number) {
    var text = new StringBuilder();
    for (int line = 0; line < 4; line++) {
      for (int word = 0; word < 6; word++) {
        text.append("w").append(random.nextInt(20_000)).append(word == 5 ? "\n" : " ");
      }
    }
    return new Submission(
        author(number), "here", "", text.toString().strip(), ALL, PoemStatus.APPROVED);
  }

  private interface Deed {
    void run();
  }

  private void measure(TestDatabase kind, Database database, int size, Duration opening) {
    var store = new JdbcPoemStore(database);
    var shown = new JdbcShownPoems(database);
    var precedents = new JdbcPrecedents(database);
    List<String> cells = new ArrayList<>();
    int next = size;
    cells.add(
        cell(
            kind,
            () -> {
              Submission poem = poem(size + random.nextInt(1_000_000));
              precedents.like(poem.text());
              precedents.givenSince(NOW, poem.author());
              store.add(poem, NOW);
            }));
    cells.add(cell(kind, () -> store.byAuthor(author(random.nextInt(next)))));
    cells.add(cell(kind, () -> shown.best(HERE, 10)));
    cells.add(cell(kind, () -> assertTrue(shown.from(random.nextDouble(), HERE).isPresent())));
    System.out.printf(
        "| %s | %,d | %s | %.1f s |%n",
        kind, size, String.join(" | ", cells), opening.toMillis() / 1000.0);
  }

  /** The median and the time within which 99 % are, in milliseconds. */
  private String cell(TestDatabase kind, Deed deed) {
    for (int i = 0; i < TIMES / 4; i++) {
      deed.run();
    }
    var times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      deed.run();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    // A scan of so many poems takes seconds; a busy machine does not make an index that slow.
    assertTrue(times[TIMES / 2] < 1000, kind + " takes " + times[TIMES / 2] + " ms");
    return "%.1f, %.1f".formatted(times[TIMES / 2], times[TIMES * 99 / 100]);
  }
}
