package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rhapsode.app.doctor.Looks.finds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.card.PoemCards;

/** What the machine and this Java give, and who owns the bot. */
class MachineChecksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void theProgramSaysWhatItIs() {
    finds(State.OK, new ProgramCheck("rhapsode 1.0"), "rhapsode 1.0 on Java ");
  }

  @Test
  void lessThanAGigabyteIsLittleMemory() {
    finds(
        State.OK,
        new MemoryCheck(268_435_456L, 1_073_741_824L),
        "1.1 GB in all, of which Java's heap may take 268 MB.");
    finds(State.WARNING, new MemoryCheck(134_217_728L, 536_870_912L), "536 MB in all", "1 GB");
    assertEquals(State.OK, MemoryCheck.here().look().state());
  }

  @Test
  void threadsNeedProcessors() {
    finds(State.OK, new ProcessorsCheck(2, 1), "2 processors, and a network uses 1 thread.");
    finds(State.WARNING, new ProcessorsCheck(1, 8), "1 processor, and", "models.threads");
  }

  @Test
  void aClockIsNotBeforeWhatHasHappened() {
    var trained = new ClockCheck.Event("the base model was trained", NOW.minusSeconds(1));
    var row = new ClockCheck.Event("the newest row was written", NOW.plusSeconds(1));
    ZoneId zone = ZoneId.of("Europe/Berlin");
    finds(
        State.OK,
        new ClockCheck(NOW, zone, List.of(trained)),
        "2026-11-24 13:00:00, time zone Europe/Berlin.");
    finds(
        State.WARNING,
        new ClockCheck(NOW, zone, List.of(trained, row)),
        "but the newest row was written at 2026-11-24 13:00:01.",
        "Set the system's clock");
  }

  @Test
  void picturesAreDrawnWhereTheyCanBe() {
    finds(
        State.WARNING,
        new PicturesCheck(Optional::empty),
        "This Java cannot draw text",
        "freetype");
    Optional<PoemCards> cards = PoemCards.load();
    cards.ifPresent(
        able -> finds(State.OK, new PicturesCheck(() -> cards), "A poem was drawn, 1080 by "));
  }

  @Test
  void aPlatformWantsAnOwner() {
    finds(State.OFF, new OwnersCheck("owners", false, 0, "x.owners"));
    finds(State.WARNING, new OwnersCheck("owners", true, 0, "x.owners"), "/retrain", "x.owners");
    finds(State.OK, new OwnersCheck("owners", true, 1, "x.owners"), "There is one.");
    finds(State.OK, new OwnersCheck("owners", true, 2, "x.owners"), "There are 2.");
  }
}
