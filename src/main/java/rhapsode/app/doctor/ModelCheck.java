package rhapsode.app.doctor;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import rhapsode.network.ModelException;

/**
 * Whether a model is whole, loads, and writes.
 *
 * @param folder finds it; may throw {@link ModelException}
 * @param replaceable whether another one takes its place if it cannot be used
 */
public record ModelCheck(String name, Supplier<Path> folder, boolean replaceable, Trial trial)
    implements Check {
  @Override
  public Finding look() {
    try {
      return Finding.ok(name, sentence(trial.of(folder.get())));
    } catch (ModelException e) {
      String remedy = String.valueOf(e.getMessage());
      return replaceable
          ? Finding.warning(name, "It cannot be used; the base model takes its place.", remedy)
          : Finding.fault(
              name, "It cannot be used, and without it the bot does not start.", remedy);
    }
  }

  private static String sentence(Trial.Result result) {
    return String.format(
        Locale.ROOT,
        "%s, %,d words, loaded in %s, wrote in %s: %s",
        result.model(),
        result.words(),
        Quantity.seconds(result.loading()),
        Quantity.seconds(result.writing()),
        String.join(" / ", result.couplet().lines().toList()));
  }
}
