package rhapsode.app.doctor;

/**
 * Says what runs here; finds nothing amiss.
 *
 * @param version of Rhapsode
 */
public record ProgramCheck(String version) implements Check {
  @Override
  public String name() {
    return "program";
  }

  @Override
  public Finding look() {
    return Finding.ok(
        name(),
        "%s on Java %s, %s %s."
            .formatted(
                version,
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
  }
}
