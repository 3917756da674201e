package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.network.TrainingReport.End;
import rhapsode.testing.SettableClock;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

class GivingWayTest {
  @TempDir private Path folder;

  @Test
  void aTrainingGivesWayBeforeEveryStepAndTheTimeDoesNotCount() {
    var clock = new SettableClock();
    var gaveWay = new AtomicInteger();
    var stepped = new AtomicInteger();
    var listener =
        new TrainingListener() {
          @Override
          public void giveWay() {
            gaveWay.incrementAndGet();
            clock.tick(Duration.ofHours(1));
          }

          @Override
          public void step(Moment moment) {
            assertTrue(gaveWay.get() > stepped.getAndIncrement(), "before each step");
            clock.tick(Duration.ofMillis(1));
            assertTrue(moment.left().compareTo(Duration.ofMinutes(1)) < 0, "" + moment.left());
          }

          @Override
          public void epoch(int number, Epoch epoch) {}
        };
    var plan =
        new TrainingPlan(
            SmallNetworks.stream(0.01, 2),
            Verse.corpus(20),
            Verse.corpus(5),
            folder.resolve("polite"),
            2,
            Optional.of(Duration.ofMinutes(1)),
            1,
            false,
            Optional.empty(),
            Optional.empty(),
            new ModelFolder.Origin("corpus", "", "CC0-1.0", Instant.EPOCH));
    TrainingReport report = new Trainer(plan, clock, () -> false, listener).run();
    assertEquals(End.EPOCHS, report.end());
    assertTrue(stepped.get() > 10);
    assertTrue(gaveWay.get() > stepped.get(), "also before it is judged");
    assertTrue(report.minutes() < 1, "" + report.minutes());
  }
}
