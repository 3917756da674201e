package rhapsode.app.doctor;

import static rhapsode.app.doctor.Looks.finds;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.yaml.YamlException;

class SettingsCheckTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsReadIsFine() throws Exception {
    Path file = Files.createFile(folder.resolve("s.yml"));
    finds(State.OK, new SettingsCheck(file, true, () -> {}), file.toString());
  }

  @Test
  void aFileThatIsNotReadIsAFaultInTheWordsOfTheStart() throws Exception {
    Path file = Files.createFile(folder.resolve("s.yml"));
    Runnable reading =
        () -> {
          throw new YamlException("s.yml: the key 'dta' is not known here; the keys are [data].");
        };
    finds(
        State.FAULT,
        new SettingsCheck(file, false, reading),
        "with the defaults",
        "'dta' is not known here");
  }

  @Test
  void onlyAFileThatWasNamedHasToBeThere() {
    Path none = folder.resolve("none.yml");
    finds(State.OK, new SettingsCheck(none, false, () -> {}), "the defaults hold");
    finds(State.FAULT, new SettingsCheck(none, true, () -> {}), "There is no file", "--config");
  }
}
