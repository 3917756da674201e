package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.network.ModelException;

class ModelFoldersTest {
  @TempDir private Path folder;

  @Test
  void aBaseModelIsNoneOfTheTaught() throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Path base = Files.createDirectories(models.resolve("base"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), models);
    for (Path taught : new Path[] {models, base, folder, link, base.resolve("..")}) {
      var refused =
          assertThrows(ModelException.class, () -> ModelFolders.apart(base, taught), "" + taught);
      assertTrue(refused.getMessage().contains("models.shared"), refused.getMessage());
    }
    assertThrows(ModelException.class, () -> ModelFolders.apart(link.resolve("base"), models));
  }

  @Test
  void otherwiseTheyMayLieAnywhere() throws IOException {
    Path base = Files.createDirectories(folder.resolve("models/base"));
    for (String taught : new String[] {"models/base/taught", "models/bas", "data/models"}) {
      var folders = ModelFolders.apart(base, folder.resolve(taught));
      assertEquals(folder.resolve(taught), folders.taught());
    }
  }
}
