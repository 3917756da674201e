package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Community;
import rhapsode.community.Submission;

/**
 * What it costs to give a poem, to list one's own, and to be shown the best or any, in a community
 * of many poems. {@code -Drhapsode.poems=1000,10000,100000,1000000} measures at each of these sizes
 * and prints a table; by default it only sees that all of them use an index. With {@code
 * -Drhapsode.poems.folder} the file of H2 stays there, and is filled up from what it has.
 */
final class StoreSizeTest {
  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("rhapsode.poems", "500").split(","))
          .map(Integer::valueOf)
          .toList();

  private static final int TIMES = Integer.getInteger("rhapsode.poems.times", 200);

  private static final Optional<String> FOLDER =
      Optional.ofNullable(System.getProperty("rhapsode.poems.folder"));

  private static final Community HERE = new Community("discord", "here");

  @TempDir Path folder;

  private final Random random = new Random(1);
  private final ManyPoems poems = new ManyPoems(random);

  @ParameterizedTest
  @EnumSource
  void theCostOfAPoemDoesNotGrowWithTheirNumber(TestDatabase kind) throws SQLException {
    DatabaseAddress address =
        kind == TestDatabase.H2
            ? DatabaseAddress.folder(FOLDER.map(Path::of).orElse(folder))
            : kind.address();
    for (int size : SIZES) {
      poems.fill(address, size);
      measure(kind, address, size);
    }
  }

  private interface Deed {
    void run();
  }

  private void measure(TestDatabase kind, DatabaseAddress address, int size) {
    String cells;
    Duration opening;
    long closing;
    long start = System.nanoTime();
    try (Database database = Database.open(address)) {
      opening = Duration.ofNanos(System.nanoTime() - start);
      if (kind == TestDatabase.POSTGRES) {
        database.jdbc().write(on -> on.update("analyze"));
      }
      cells = cells(kind, database, size);
      closing = System.nanoTime();
    }
    System.out.printf(
        "| %s | %,d | %s | %.1f s | %.1f s |%n",
        kind, size, cells, opening.toMillis() / 1e3, (System.nanoTime() - closing) / 1e9);
  }

  private String cells(TestDatabase kind, Database database, int size) {
    var store = new JdbcPoemStore(database);
    var shown = new JdbcShownPoems(database);
    var precedents = new JdbcPrecedents(database);
    List<String> cells = new ArrayList<>();
    cells.add(
        cell(
            kind,
            () -> {
              Submission poem = poems.poem(size + random.nextInt(1_000_000));
              precedents.like(poem.text());
              precedents.givenSince(ManyPoems.NOW, poem.author());
              store.add(poem, ManyPoems.NOW);
            }));
    cells.add(cell(kind, () -> store.byAuthor(ManyPoems.author(random.nextInt(size)))));
    cells.add(cell(kind, () -> shown.best(HERE, 10)));
    cells.add(cell(kind, () -> assertTrue(shown.from(random.nextDouble(), HERE).isPresent())));
    return String.join(" | ", cells);
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
