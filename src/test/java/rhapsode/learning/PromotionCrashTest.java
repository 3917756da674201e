package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.testing.OtherSchool;

/**
 * A process that dies before or after any step of a training run leaves one valid model in service
 * and a true history. Real processes, a real database, and folders in place of models.
 */
class PromotionCrashTest {
  /** More steps than a run has. */
  private static final int MOST = 60;

  @TempDir private Path folder;

  @Test
  void whereverItDiesOneValidModelServesAfterwards() throws Exception {
    Path before = folder.resolve("before");
    try (var school = OtherSchool.open(before)) {
      school.give("take me back");
      school.give("leave me here");
      assertInstanceOf(Lesson.Promoted.class, school.retrain());
      school.withdraw(1);
    }
    int step = 1;
    while (step < MOST) {
      Path after = copied(before, folder.resolve("step-" + step));
      int end = OtherSchool.diesAt(step, after);
      holds(step, after);
      if (end == 0) {
        break;
      }
      assertEquals(OtherSchool.DIED, end, "step " + step);
      step++;
    }
    assertTrue(step > 10 && step < MOST, "steps: " + step);
  }

  private static void holds(int step, Path folder) throws IOException {
    try (var school = OtherSchool.open(folder)) {
      String died = "died at step " + step;
      ModelHistory history = school.history();
      assertEquals(Optional.empty(), history.running(), died);
      assertTrue(history.runs(9).stream().noneMatch(run -> run.outcome() == Outcome.RUNNING), died);
      String serving = history.inService().map(ModelVersion::name).orElse("base");
      assertEquals(serving, school.serving(), died);
      assertTrue(serving.equals("base") || school.isWhole(serving), died + ", serves " + serving);
      List<String> usable =
          history.all().stream()
              .filter(v -> v.state() == State.IN_SERVICE || v.state() == State.RETIRED)
              .map(ModelVersion::name)
              .toList();
      for (String kept : school.kept()) {
        assertTrue(usable.contains(kept) && school.isWhole(kept), died + ", keeps " + kept);
      }
      assertInstanceOf(Lesson.Promoted.class, school.retrain(), died);
      assertEquals(List.of("leave me here"), school.lessons(), died);
      assertFalse(school.kept().contains("base-1"), died + ": it knows what was taken back");
    }
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.collect(Collectors.toList())) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }
}
