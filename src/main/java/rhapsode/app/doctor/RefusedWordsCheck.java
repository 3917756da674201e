package rhapsode.app.doctor;

import rhapsode.yaml.YamlException;

/**
 * Whether the list of refused words can be read.
 *
 * @param reading reads it; may throw {@link YamlException}
 */
public record RefusedWordsCheck(Runnable reading) implements Check {
  @Override
  public String name() {
    return "refused words";
  }

  @Override
  public Finding look() {
    try {
      reading.run();
      return Finding.ok(name(), "Their list is read.");
    } catch (YamlException e) {
      return Finding.fault(
          name(),
          String.valueOf(e.getMessage()),
          "Write the list there, or name another one; without it the bot does not start.");
    }
  }
}
