package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.community.SubmittedPoem;
import rhapsode.testing.Cable;

/** A server of PostgreSQL that is gone for a while, while a bot runs and when it starts. */
@Timeout(120)
final class ServerGoneTest {
  private static final String URL = TestDatabase.POSTGRES.newUrl();

  private static int portOf(String url) {
    return Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
  }

  private static DatabaseAddress through(Cable cable) {
    String url = URL.replace(":" + portOf(URL) + "/", ":" + cable.port() + "/");
    return DatabaseAddress.server(url, "", "");
  }

  @Test
  void whileItIsGoneEachCallSaysSoAndAfterwardsAllIsAsItWas() {
    try (var cable = new Cable(portOf(URL));
        Database database = Database.open(through(cable))) {
      var store = new JdbcPoemStore(database);
      SubmittedPoem poem = Poems.add(store, "a moon");
      for (int time = 0; time < 2; time++) {
        cable.cut();
        long start = System.nanoTime();
        StoreException gone =
            assertThrows(DatabaseUnreachableException.class, () -> Poems.add(store, "another"));
        assertTrue(gone.sentence().contains("cannot be reached"), gone.sentence());
        assertTrue(
            Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(30)) < 0);
        cable.mend();
        assertEquals(Optional.of(poem), soon(() -> store.find(poem.id())));
      }
      assertEquals(1, store.byAuthor(Poems.ADA).size());
    }
  }

  /** Whether the next call is let through depends on how long the last one took to fail. */
  private static <T> T soon(Supplier<T> call) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        return call.get();
      } catch (DatabaseUnreachableException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  @Test
  void aStartWithoutItSaysSo() {
    try (var cable = new Cable(portOf(URL))) {
      cable.cut();
      StoreException gone =
          assertThrows(DatabaseUnreachableException.class, () -> Database.open(through(cable)));
      assertTrue(gone.sentence().contains("at localhost:" + cable.port()), gone.sentence());
    }
  }

  /** What PostgreSQL says when a relation cannot be extended, and of a standby: 53100, 25006. */
  @ParameterizedTest
  @CsvSource({"53100, is full", "25006, may not be written"})
  void aServerThatTakesNothingSaysSoAndGoesOnWhenItDoes(String state, String sentence) {
    try (Database database = Database.open(DatabaseAddress.server(URL, "", ""))) {
      var store = new JdbcPoemStore(database);
      SubmittedPoem poem = Poems.add(store, "a moon");
      change(
          database,
          """
          create or replace function refuse() returns trigger language plpgsql as
            $$begin raise exception using errcode = '%s'; end$$
          """
              .formatted(state));
      change(
          database,
          "create trigger refuse before insert on poem for each row execute function refuse()");
      StoreException refused =
          assertThrows(StoreException.class, () -> Poems.add(store, "another"));
      assertTrue(refused.sentence().contains(sentence), refused.sentence());
      assertEquals(Optional.of(poem), store.find(poem.id()));
      change(database, "drop trigger refuse on poem");
      Poems.add(store, "another");
    }
  }

  private static void change(Database database, String sql) {
    database.jdbc().write(on -> on.update(sql));
  }

  @Test
  void whoIsNotLetInIsTold() {
    String elsewhere = URL.replaceFirst("/postgres\\b", "/nowhere");
    assertThrows(
        DatabaseForbiddenException.class,
        () -> Database.open(DatabaseAddress.server(elsewhere, "", "")));
  }
}
