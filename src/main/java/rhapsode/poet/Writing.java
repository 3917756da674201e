package rhapsode.poet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import rhapsode.language.Detokenizer;
import rhapsode.logging.LogContext;
import rhapsode.poem.Form;
import rhapsode.poem.Line;
import rhapsode.poem.LineShape;
import rhapsode.poem.Poem;
import rhapsode.poem.Prover;
import rhapsode.poem.Stanza;

/** One poem under way, written line by line. Confined to the poet's thread but for its outcome. */
final class Writing {
  /** Work, waiting not counted, after which the rest is written in a hurry. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * What was asked for.
   *
   * @param about the words of the seed
   * @param random seeds all choices
   */
  record Order(String seed, List<Word> about, Commission commission, long random) {}

  private final Order order;
  private final ModelPoet.Instrument instrument;
  private final Prover prover;
  private final InstantSource clock;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final LogContext context = LogContext.current();
  private final Instant asked;
  private Duration worked = Duration.ZERO;
  private @Nullable Composer composer;

  Writing(Order order, ModelPoet.Instrument instrument, Prover prover, InstantSource clock) {
    this.order = order;
    this.instrument = instrument;
    this.prover = prover;
    this.clock = clock;
    asked = clock.instant();
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  Instant asked() {
    return asked;
  }

  /** How many lines the poem will have. */
  int lines() {
    return order.commission().form().lines().size();
  }

  /**
   * Writes the next line.
   *
   * @return whether the poem has come to its end, happy or not
   */
  boolean writeLine() {
    return context.call(this::nextLine);
  }

  private boolean nextLine() {
    try {
      Instant begun = clock.instant();
      Composer composer = composer();
      composer.writeLine(worked.compareTo(PATIENCE) > 0);
      worked = worked.plus(Duration.between(begun, clock.instant()));
      if (composer.isDone()) {
        outcome.complete(written());
      }
    } catch (Composer.SpeechlessException e) {
      outcome.complete(new Outcome.Declined(e.sentence()));
    } catch (RuntimeException | Error e) {
      outcome.completeExceptionally(e);
    }
    return outcome.isDone();
  }

  private Composer composer() {
    if (composer == null) {
      var voice = instrument.voice();
      Commission commission = order.commission();
      float[] theme = Theme.of(voice, order.about(), commission.mood());
      var random = new Random(order.random());
      var chooser = new Chooser(voice, commission.temperature(), theme);
      var search = new LineSearch(voice, chooser, random, prelude(random));
      composer = new Composer(voice, instrument.heard(), search, commission.form(), order.about());
    }
    return composer;
  }

  private List<String> prelude(Random random) {
    List<List<String>> preludes = instrument.repertoire().preludes();
    return preludes.isEmpty() ? List.of() : preludes.get(random.nextInt(preludes.size()));
  }

  private Outcome written() {
    Form form = order.commission().form();
    List<Line> lines = new ArrayList<>();
    List<List<Word>> words = composer().lines();
    for (int i = 0; i < words.size(); i++) {
      lines.add(shown(words.get(i), i == words.size() - 1));
    }
    var stanzas = new ArrayList<Stanza>();
    int from = 0;
    for (List<LineShape> stanza : form.stanzas()) {
      stanzas.add(new Stanza(lines.subList(from, from + stanza.size())));
      from += stanza.size();
    }
    var poem =
        new Poem(
            order.seed(),
            form,
            stanzas,
            prover.prove(form, lines),
            instrument.voice().model().name());
    return new Outcome.Written(poem, Duration.between(asked, clock.instant()));
  }

  /** The line as people see it; a poem ends with a mark that ends a sentence. */
  private Line shown(List<Word> words, boolean last) {
    List<String> tokens = words.stream().map(Word::text).toList();
    String line = Detokenizer.line(tokens, instrument.repertoire().capitals());
    if (last) {
      line = line.replaceAll("\\s*(,|;|:|--)$", "");
      line = line.matches(".*[.!?]$") ? line : line + ".";
    }
    return new Line(line);
  }
}
