package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.learning.Curriculum;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.network.ModelFolder;
import rhapsode.testing.SettableClock;
import rhapsode.testing.Verse;

/** With a base model that is trained in a second. */
class NetworkTutorTest {
  @TempDir private static Path folder;

  private final AtomicInteger gaveWay = new AtomicInteger();

  @BeforeAll
  static void baseModel() throws IOException {
    SmallBase.in(folder);
  }

  private NetworkTutor tutor(double forgetting, boolean closing) {
    return new NetworkTutor(
        new ModelFolders(folder.resolve("base"), folder.resolve("models")),
        new Settings.Tuning(3, 0.01, 4, 1, 500, Optional.empty(), forgetting),
        new SettableClock(),
        new NetworkTutor.Manners(() -> closing, gaveWay::incrementAndGet),
        1);
  }

  /** The same words in lines that the base model never saw. */
  private static List<String> turned(int from, int to) {
    return Verse.poems(to).subList(from, to).stream()
        .map(poem -> poem.replace("the moon", "snow").replace("in the garden", "the moon"))
        .toList();
  }

  private static Curriculum curriculum() {
    return new Curriculum(turned(0, 60), turned(60, 75));
  }

  @Test
  void aRunLearnsIsJudgedAndLeavesAModel() {
    var progress = new ArrayList<TrainingProgress>();
    Judgement judgement = tutor(1000, false).teach("one", curriculum(), progress::add);
    assertTrue(judgement.community().rise() < -0.1, "" + judgement);
    assertTrue(judgement.community().words() > 100 && judgement.base().words() > 100);
    assertEquals(3, judgement.curve().size());
    assertTrue(judgement.curve().get(2).train() < judgement.curve().get(0).train());
    assertFalse(progress.isEmpty());
    assertTrue(gaveWay.get() > 10);
    Path model = folder.resolve("models").resolve("one");
    assertEquals(judgement.community().after(), new ModelFolder(model).validPerplexity(), 1e-9);
    assertFalse(Files.exists(model.resolve("checkpoint.zip")));
    tutor(1, false).discard("one");
    assertFalse(Files.exists(model));
  }

  @Test
  void whatTheBaseKnewIsForgottenOnlySoFar() {
    Judgement judgement = tutor(0.03, false).teach("two", curriculum(), now -> {});
    assertTrue(judgement.base().rise() <= 0.03, "" + judgement);
    assertTrue(judgement.strength() < 1);
    assertTrue(judgement.community().rise() <= 0, "" + judgement);
  }

  @Test
  void withoutHeldOutPoemsTheBaseTextJudges() {
    var few = new Curriculum(turned(0, 9), List.of());
    Judgement judgement = tutor(0.1, false).teach("few", few, now -> {});
    assertEquals(0, judgement.community().words());
    assertTrue(judgement.base().rise() <= 0.1);
  }

  @Test
  void theEndOfTheProgramBreaksARunOff() {
    assertThrows(
        CancellationException.class, () -> tutor(0.1, true).teach("off", curriculum(), now -> {}));
  }
}
