package rhapsode.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import rhapsode.app.doctor.Trial;
import rhapsode.network.ModelException;
import rhapsode.network.NativeThreads;
import rhapsode.poem.Forms;
import rhapsode.poet.Commission;
import rhapsode.poet.ModelPoet;
import rhapsode.poet.Outcome;
import rhapsode.poet.Repertoire;
import rhapsode.prosody.Prosody;

/**
 * Has a model write two lines that rhyme, always with the same random seed.
 *
 * @param threads that the network uses
 */
record CoupletTrial(InstantSource clock, int threads) implements Trial {
  private static final Commission COUPLET =
      new Commission(
          "evening",
          Forms.scheme("AA/8 iambic"),
          Commission.USUAL_TEMPERATURE,
          Optional.empty(),
          OptionalLong.of(1));

  @Override
  public Result of(Path folder) {
    NativeThreads.use(threads);
    Instant begun = clock.instant();
    Repertoire repertoire = Repertoires.PLAIN.of(folder);
    var poet = new ModelPoet(repertoire, Prosody.load(), Runnable::run, clock, () -> 1);
    Duration loading = Duration.between(begun, clock.instant());
    if (poet.write(COUPLET).join() instanceof Outcome.Written written) {
      int words = repertoire.model().vocabulary().size();
      return new Result(poet.model(), words, written.poem().text(), loading, written.took());
    }
    throw new ModelException(
        "The model in %s writes no couplet; take another one.".formatted(folder));
  }
}
