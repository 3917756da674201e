package rhapsode.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import rhapsode.yaml.YamlException;

/**
 * Whether the settings can be read, with every key known and in its range.
 *
 * @param named whether somebody asked for this very file, so that it has to be there
 * @param reading reads the file and throws {@link YamlException} where the bot would
 */
public record SettingsCheck(Path file, boolean named, Runnable reading) implements Check {
  @Override
  public String name() {
    return "settings";
  }

  @Override
  public Finding look() {
    if (!Files.exists(file)) {
      return named
          ? Finding.fault(
              name(),
              "There is no file " + file + ".",
              "Name another one with --config, or none for the defaults.")
          : Finding.ok(name(), "There is no file " + file + "; the defaults hold.");
    }
    try {
      reading.run();
      return Finding.ok(name(), file + " is read, and every key is known.");
    } catch (YamlException e) {
      return Finding.fault(
          name(),
          "The bot does not start with " + file + "; what follows is looked at with the defaults.",
          String.valueOf(e.getMessage()));
    }
  }
}
