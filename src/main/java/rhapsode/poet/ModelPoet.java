package rhapsode.poet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import rhapsode.language.LanguageModel;
import rhapsode.poem.Form;
import rhapsode.poem.Poem;
import rhapsode.poem.Prover;
import rhapsode.prosody.Prosody;

/**
 * The poet that writes with a language model. Thread-safe: commissions wait in line for the one
 * thread that owns the model.
 */
public final class ModelPoet implements Poet {
  private final Prosody prosody;
  private final Prover prover;
  private final Executor thread;
  private final InstantSource clock;
  private final LongSupplier seeds;
  private volatile Voice voice;

  /**
   * A poet.
   *
   * @param thread runs one task at a time
   * @param seeds a new random seed for each poem that does not bring its own
   */
  public ModelPoet(
      LanguageModel model,
      Prosody prosody,
      Executor thread,
      InstantSource clock,
      LongSupplier seeds) {
    this.prosody = prosody;
    this.prover = new Prover(prosody);
    this.thread = thread;
    this.clock = clock;
    this.seeds = seeds;
    this.voice = new Voice(model, prosody);
  }

  /** Poems begun from now on are written with this model; those under way end on the old one. */
  public void use(LanguageModel model) {
    voice = new Voice(model, prosody);
  }

  /** The name of the model in use. */
  public String model() {
    return voice.model().name();
  }

  @Override
  public CompletableFuture<Outcome> write(Commission commission) {
    String seed = commission.seed().strip();
    int length = seed.codePointCount(0, seed.length());
    if (length > Commission.LONGEST_SEED) {
      return declined(
          "A seed has at most %d characters; yours has %,d. Name what the poem should be about in a few words."
              .formatted(Commission.LONGEST_SEED, length));
    }
    return CompletableFuture.supplyAsync(() -> compose(seed, commission), thread);
  }

  private static CompletableFuture<Outcome> declined(String sentence) {
    return CompletableFuture.completedFuture(new Outcome.Declined(sentence));
  }

  private Outcome compose(String seed, Commission commission) {
    var begun = clock.instant();
    Voice now = voice;
    List<Word> about = Seed.words(seed, now.model().vocabulary(), prosody);
    if (about.isEmpty()) {
      return new Outcome.Declined("Name at least one word that the poem should be about.");
    }
    Optional<Form> form = commission.form().spelling(seed);
    if (form.isEmpty()) {
      return new Outcome.Declined(
          "There is no letter in what the poem should be about, and its lines have to spell it.");
    }
    var random = new Random(commission.randomSeed().orElseGet(seeds));
    Poem poem =
        new Composer(now, prover, commission.temperature(), random)
            .compose(seed, about, form.get());
    return new Outcome.Written(poem, Duration.between(begun, clock.instant()));
  }
}
