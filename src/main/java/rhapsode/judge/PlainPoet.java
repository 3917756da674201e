package rhapsode.judge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import rhapsode.language.Detokenizer;
import rhapsode.language.LanguageModel;
import rhapsode.language.Tokenizer;
import rhapsode.language.Tokens;
import rhapsode.poem.Form;
import rhapsode.poem.Line;
import rhapsode.poem.Poem;
import rhapsode.poem.Prover;
import rhapsode.poem.Stanza;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;
import rhapsode.wording.Phrase;

/**
 * The same model without a form: the ablation that shows what constraints give and take. It goes on
 * from the seed's words, word by word, for as many lines as the form has. Writes on the calling
 * thread; one thread at a time.
 */
public final class PlainPoet implements Poet {
  private final LanguageModel model;
  private final Prover prover;
  private final InstantSource clock;

  public PlainPoet(LanguageModel model, Prover prover, InstantSource clock) {
    this.model = model;
    this.prover = prover;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Outcome> write(Commission commission) {
    var begun = clock.instant();
    List<String> words = Tokenizer.line(commission.seed()).stream().filter(Tokens::isWord).toList();
    if (words.isEmpty()) {
      return declined(Phrase.of("poem.no-word"));
    }
    Optional<Form> form = commission.form().spelling(commission.seed());
    if (form.isEmpty()) {
      return declined(Phrase.of("poem.no-letter"));
    }
    var random = new Random(commission.randomSeed().orElse(0));
    List<String> tokens =
        new PlainText(model, commission.temperature(), random)
            .write(words, form.get().lines().size());
    Poem poem = poem(commission.seed(), form.get(), tokens);
    return CompletableFuture.completedFuture(
        new Outcome.Written(poem, Duration.between(begun, clock.instant())));
  }

  private static CompletableFuture<Outcome> declined(Phrase sentence) {
    return CompletableFuture.completedFuture(new Outcome.Declined(sentence));
  }

  private Poem poem(String seed, Form form, List<String> tokens) {
    var stanzas = new ArrayList<Stanza>();
    for (String stanza : Detokenizer.poem(tokens).split("\n\n")) {
      stanzas.add(new Stanza(Arrays.stream(stanza.split("\n")).map(Line::new).toList()));
    }
    List<Line> lines = stanzas.stream().flatMap(stanza -> stanza.lines().stream()).toList();
    return new Poem(seed, form, stanzas, prover.prove(form, lines), model.name());
  }
}
