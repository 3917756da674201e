package rhapsode.poet;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import rhapsode.poem.Form;
import rhapsode.poem.Prover;
import rhapsode.prosody.Prosody;
import rhapsode.wording.Phrase;

/**
 * The poet that writes with a language model. Thread-safe: one thread owns the model, and poems
 * that are asked for at the same time take {@link Turns} on it, line by line, so that a sonnet
 * holds nobody up for long. Larger batches over several poems would not be faster: the drafts of
 * one line fill the processor already ({@code docs/benchmark/generation.md}).
 */
public final class ModelPoet implements Poet {
  private final Prosody prosody;
  private final Prover prover;
  private final Turns turns;
  private final InstantSource clock;
  private final LongSupplier seeds;
  private final Predicate<String> barred;
  private volatile Instrument instrument;

  /** A model with what was looked up about it. */
  record Instrument(Voice voice, Heard heard, Repertoire repertoire) {}

  /**
   * A poet.
   *
   * @param thread runs one task at a time, in the order they come
   * @param seeds a new random seed for each poem that does not bring its own
   */
  public ModelPoet(
      Repertoire repertoire,
      Prosody prosody,
      Executor thread,
      InstantSource clock,
      LongSupplier seeds) {
    this(repertoire, prosody, thread, clock, seeds, word -> false);
  }

  /**
   * A poet that never says some words.
   *
   * @param barred whether a word, or the words of a seed, must not be said; several threads ask
   */
  public ModelPoet(
      Repertoire repertoire,
      Prosody prosody,
      Executor thread,
      InstantSource clock,
      LongSupplier seeds,
      Predicate<String> barred) {
    this.prosody = prosody;
    this.barred = barred;
    this.prover = new Prover(prosody);
    turns = new Turns(thread);
    this.clock = clock;
    this.seeds = seeds;
    this.instrument = instrument(repertoire);
  }

  private Instrument instrument(Repertoire repertoire) {
    return new Instrument(
        new Voice(repertoire.model(), prosody, barred), repertoire.heard(), repertoire);
  }

  /** Poems begun from now on are written with this; those under way end on what they began with. */
  public synchronized void use(Repertoire repertoire) {
    instrument = instrument(repertoire);
  }

  /** From now on these phrases must not be repeated. */
  public synchronized void hear(Heard heard) {
    instrument = new Instrument(instrument.voice(), heard, instrument.repertoire());
  }

  /** The name of the model in use. */
  public String model() {
    return instrument.voice().model().name();
  }

  @Override
  public int waiting() {
    return turns.size();
  }

  @Override
  public CompletableFuture<Outcome> write(Commission commission) {
    String seed = commission.seed().strip();
    int length = seed.codePointCount(0, seed.length());
    if (length > Commission.LONGEST_SEED) {
      return declined(Phrase.of("poem.seed-long", Commission.LONGEST_SEED, length));
    }
    if (barred.test(seed)) {
      return declined(Phrase.of("poem.refused-word", seed));
    }
    Instrument now = instrument;
    List<Word> about = Seed.words(seed, now.voice().model().vocabulary(), prosody);
    if (about.isEmpty()) {
      return declined(Phrase.of("poem.no-word"));
    }
    Optional<Form> form = commission.form().spelling(seed);
    if (form.isEmpty()) {
      return declined(Phrase.of("poem.no-letter"));
    }
    long random = commission.randomSeed().orElseGet(seeds);
    var writing =
        new Writing(
            new Writing.Order(seed, about, commission.with(form.get()), random),
            now,
            prover,
            clock);
    turns.add(writing);
    return writing.outcome();
  }

  private static CompletableFuture<Outcome> declined(Phrase sentence) {
    return CompletableFuture.completedFuture(new Outcome.Declined(sentence));
  }
}
