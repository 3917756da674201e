package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.store.Poems.ADA;
import static rhapsode.store.Poems.NOW;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.Author;
import rhapsode.community.Deed;
import rhapsode.community.SubmittedPoem;
import rhapsode.community.WrittenPoem;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.TrainingRun.Cause;

final class TransferTest {
  private static final Author BEN = new Author("discord", "2", "Ben \uD83C\uDF19 ü");

  @TempDir Path folder;

  private DatabaseAddress source() {
    return DatabaseAddress.folder(folder.resolve("source"));
  }

  /** A row in every table. */
  private static List<SubmittedPoem> fill(Database database) {
    var poems = new JdbcPoemStore(database);
    SubmittedPoem first = Poems.add(poems, "The moon is up, the \uD83C\uDF19 moon");
    Poems.add(poems, "A second poem, with 'quotes' and ü");
    new JdbcShownPoems(database).like(first.id(), BEN, NOW);
    new JdbcStandings(database)
        .change(ADA, new Deed(Deed.Kind.TRUSTED, first.id(), BEN, "a reason", NOW));
    var anthology = new JdbcAnthology(database);
    WrittenPoem written =
        anthology.keep(
            BEN, "here", new WrittenPoem.Request("moon", "free", 0.8, ""), "A moon", "m", NOW);
    anthology.like(written.id(), ADA, NOW);
    var history = new JdbcModelHistory(database);
    String model =
        history.begin(Cause.ASKED, "light", List.of(first.id()), NOW).orElseThrow().model();
    history.add(
        new ModelVersion(model, "light", NOW, 1, 90.25, 80.5, ModelVersion.State.IN_SERVICE, null));
    return poems.byAuthor(ADA);
  }

  @ParameterizedTest
  @EnumSource
  void allOfItArrivesAndNumbersGoOn(TestDatabase kind) {
    List<SubmittedPoem> poems;
    try (Database database = Database.open(source())) {
      poems = fill(database);
    }
    DatabaseAddress target =
        kind == TestDatabase.H2
            ? DatabaseAddress.folder(folder.resolve("target"), "a-long-and-random-key")
            : kind.address();
    List<Transfer.Moved> there = Transfer.copy(source(), target);
    assertEquals(2, rows(there, "poem"));
    assertEquals(1, rows(there, "lesson"));
    try (Database database = Database.open(target)) {
      var store = new JdbcPoemStore(database);
      assertEquals(poems, store.byAuthor(ADA));
      assertEquals(
          Optional.of("light-1"),
          new JdbcModelHistory(database).inService().map(ModelVersion::name));
      assertEquals(1, new JdbcPrecedents(database).like(poems.get(0).text()).size());
      assertTrue(Poems.add(store, "a third").id() > poems.get(0).id());
    }
  }

  /** What PostgreSQL gives back is what H2 gave it. */
  @Test
  void thereAndBackTheSumsAreTheSame() {
    try (Database database = Database.open(source())) {
      fill(database);
    }
    DatabaseAddress server = TestDatabase.POSTGRES.address();
    List<Transfer.Moved> there = Transfer.copy(source(), server);
    DatabaseAddress back = DatabaseAddress.folder(folder.resolve("back"));
    assertEquals(there, Transfer.copy(server, back));
  }

  @ParameterizedTest
  @EnumSource
  void whatHoldsSomethingIsNotFilled(TestDatabase kind) {
    Database.open(source()).close();
    DatabaseAddress target =
        kind == TestDatabase.H2 ? DatabaseAddress.folder(folder.resolve("t")) : kind.address();
    try (Database database = Database.open(target)) {
      Poems.add(new JdbcPoemStore(database), "a moon");
    }
    assertThrows(DatabaseNotEmptyException.class, () -> Transfer.copy(source(), target));
  }

  /** Whoever adds a table decides whether it is carried along. */
  @ParameterizedTest
  @EnumSource
  void everyTableIsCarriedOrPassing(TestDatabase kind) {
    try (Database database = kind.open()) {
      Set<String> there =
          new TreeSet<>(
              database
                  .jdbc()
                  .list(
                      row -> row.getString(1),
                      "select lower(table_name) from information_schema.tables"
                          + " where table_schema = current_schema"));
      there.remove("flyway_schema_history");
      Tables.PASSING.forEach(table -> assertTrue(there.remove(table), table));
      assertEquals(
          there,
          Tables.ALL.stream()
              .map(Tables.Table::name)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static long rows(List<Transfer.Moved> moved, String table) {
    return moved.stream().filter(m -> m.table().equals(table)).findFirst().orElseThrow().rows();
  }
}
