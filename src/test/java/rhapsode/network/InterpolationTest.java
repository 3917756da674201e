package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.network.Interpolation.Choice;
import rhapsode.network.Interpolation.Terms;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

class InterpolationTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Corpus NONE = new Corpus(List.of(), TextFormat.POEMS);
  private static final Corpus KEPT = Verse.corpus(30);
  private static final ModelFolder.Origin ORIGIN =
      new ModelFolder.Origin("corpus", "base", "CC0-1.0", Instant.EPOCH);

  @TempDir private Path folder;

  /** What Verse never says: the same words turned round. */
  private static Corpus foreign() {
    return Corpus.of(
        Verse.poems(30).stream()
            .map(poem -> poem.replace("the moon", "snow").replace("in the garden", "the moon"))
            .toList());
  }

  @BeforeEach
  void twoModels() {
    train("base", Verse.corpus(60), Optional.empty(), 3);
    train("tuned", foreign(), Optional.of(path("base")), 4);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private void train(String name, Corpus corpus, Optional<Path> parent, int epochs) {
    var plan =
        new TrainingPlan(
            SmallNetworks.stream(0.01, epochs),
            corpus,
            corpus,
            path(name),
            epochs,
            Optional.empty(),
            1,
            false,
            Optional.empty(),
            parent,
            ORIGIN);
    new Trainer(plan, CLOCK, () -> false, new Silent()).run();
  }

  private Choice choose(Corpus gained, double most) {
    return new Interpolation(path("base"), path("tuned"), () -> {})
        .choose(new Terms(gained, KEPT, most));
  }

  private double[] weights(String name) {
    return new ModelFolder(path(name)).load().network().params().toDoubleVector();
  }

  @Test
  void theLimitOnForgettingHoldsAndMoreOfItLetsMoreBeLearned() {
    double last = -1;
    for (double most : new double[] {0, 0.05, 0.5, 1000}) {
      Choice choice = choose(NONE, most);
      double rise = choice.best().kept().perplexity() / choice.base().kept().perplexity() - 1;
      assertTrue(rise <= most, rise + " is above " + most);
      assertTrue(choice.best().strength() >= last);
      last = choice.best().strength();
    }
    assertEquals(1, last);
  }

  @Test
  void heldOutTextChoosesAmongThoseThatKeepTheLimit() {
    Choice choice = choose(foreign(), 1000);
    assertTrue(choice.best().gained().perplexity() < choice.base().gained().perplexity());
    assertTrue(choice.best().strength() > 0.5);
    assertEquals(0, choose(KEPT, 1000).best().strength(), 0.31, "nothing is to be gained there");
  }

  @Test
  void whatWasChosenIsKeptAsTheModel() {
    var line = new Interpolation(path("base"), path("tuned"), () -> {});
    double[] base = weights("base");
    double[] tuned = weights("tuned");
    Choice choice = line.choose(new Terms(NONE, KEPT, 0.5));
    var epoch = new Epoch(choice.best().kept(), choice.best().kept());
    line.write(ORIGIN, epoch);
    double s = choice.best().strength();
    double[] expected = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      expected[i] = s * tuned[i] + (1 - s) * base[i];
    }
    assertArrayEquals(expected, weights("tuned"), 1e-6);
    assertEquals(
        choice.best().kept().perplexity(), new ModelFolder(path("tuned")).validPerplexity(), 1e-9);
    assertEquals(
        choice.best().kept().meanLoss(),
        Evaluation.score(new ModelFolder(path("tuned")), KEPT).meanLoss(),
        1e-5);
  }
}
