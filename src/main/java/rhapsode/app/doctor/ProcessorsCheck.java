package rhapsode.app.doctor;

/**
 * Whether a network's threads have processors to run on.
 *
 * @param processors that this process may use
 * @param threads that a network uses
 */
public record ProcessorsCheck(int processors, int threads) implements Check {
  @Override
  public String name() {
    return "processors";
  }

  @Override
  public Finding look() {
    String sentence =
        "%s, and a network uses %s."
            .formatted(counted(processors, "processor"), counted(threads, "thread"));
    return threads <= processors
        ? Finding.ok(name(), sentence)
        : Finding.warning(
            name(),
            sentence,
            "Set models.threads to at most %d, or to 0: threads that wait for each other are slow."
                .formatted(processors));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
