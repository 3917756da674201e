package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.app.PackagedProgram.Ended;

/**
 * Poems, a training and what comes after it, with the program and the model as they are packaged.
 */
@Timeout(900)
class PackagedStoryIT {
  @TempDir private Path home;

  private PackagedProgram program;

  @BeforeEach
  void install() {
    program = new PackagedProgram(home);
  }

  @Test
  void theWholeStory() throws Exception {
    // With one thread: other tests have the second processor, and two would wait for each other.
    Path settings =
        Files.writeString(
            home.resolve("quick.yml"),
            "models: {threads: 1}\nlearning: {epochs: 1, tolerance: 0.5}");
    Ended first =
        program.run(
            "/poem moonlight form:haiku\n"
                + PackagedProgram.SUBMIT
                + "/poems mine\n/retrain\n/model status\n"
                + "/poem moonlight\n",
            "--config",
            settings.toString());
    assertEquals(0, first.exit(), first.err());
    assertTrue(first.out().contains("poem 1 is safely stored"), first.out());
    assertTrue(first.out().contains("1. The ferry hums across the bay, (approved"), first.out());
    assertTrue(first.out().contains("Learning: 100%"), first.out());
    assertTrue(first.out().contains("Learned from 1 poem: the new model "), first.out());
    assertTrue(first.out().matches("(?s).*In service: \\S+-1 \\(.*"), first.out());
    assertTrue(first.out().matches("(?s).*-- quatrain by \\S+-1, .*"), first.out());

    assertEquals("rwx------", permissions("data"));
    assertEquals("rwx------", permissions("data/log"));
    assertTrue(permissions("data/rhapsode.mv.db").endsWith("---"), "others read no poems");

    Ended later = program.run("/model status\n/poems mine\n", "--config", settings.toString());
    assertTrue(later.out().matches("(?s)In service: \\S+-1 \\(.*"), later.out());
    assertTrue(later.out().contains("1. The ferry"), later.out());

    aDamagedModelGivesWayToTheBaseModel(settings);
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
  }

  private void aDamagedModelGivesWayToTheBaseModel(Path settings) throws Exception {
    try (var models = Files.list(home.resolve("data/models"))) {
      Path model = models.filter(Files::isDirectory).findFirst().orElseThrow();
      Files.writeString(model.resolve("manifest.json"), "{");
    }
    Ended ended = program.run("/model status\n/poem moonlight\n", "--config", settings.toString());
    assertEquals(0, ended.exit());
    assertTrue(ended.out().contains("-- quatrain by "), ended.out());
    assertFalse(ended.out().matches("(?s)In service: \\S+-1 \\(.*"), ended.out());
  }
}
