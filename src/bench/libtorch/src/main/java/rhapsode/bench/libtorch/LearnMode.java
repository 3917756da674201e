package rhapsode.bench.libtorch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;

/**
 * The mode {@code learn}: trains on a real stream and reports the perplexity on another, for the
 * time to a quality. Evaluation does not count as time. Words are those read, whether or not their
 * successor is to be predicted.
 */
final class LearnMode {
  static final Set<String> ARGUMENTS =
      Set.of(
          "train",
          "valid",
          "vocabulary",
          "embedding",
          "hidden",
          "layers",
          "batch",
          "window",
          "dropout",
          "rate",
          "clip",
          "epochs",
          "tied",
          "schedule",
          "evaluate",
          "until",
          "minutes",
          "forget",
          "optimiser");
  private static final int VALID_LANES = 16;
  private static final double LAST_RATE = 0.01;

  private final Protocol protocol;
  private final LanguageNetwork network;
  private final Trainer trainer;
  private final Lanes train;
  private final Lanes valid;
  private final State validState;
  private final int window;
  private final int epochs;
  private final double rate;
  private final boolean cosine;
  private final int evaluate;
  private final double until;
  private final double limitSeconds;

  private LearnMode(Arguments arguments, Protocol protocol) throws IOException {
    this.protocol = protocol;
    int batch = arguments.count("batch", 32);
    window = arguments.count("window", 32);
    epochs = arguments.count("epochs", 2);
    rate = arguments.number("rate", 0.002, 0, 10);
    cosine = arguments.choice("schedule", "cosine", "constant").equals("cosine");
    evaluate = arguments.count("evaluate", 200_000);
    until = arguments.number("until", 0, 1, 1e9);
    limitSeconds = 60 * arguments.number("minutes", 1e9, 0, 1e9);
    LanguageNetwork.Shape shape = LanguageNetwork.Shape.of(arguments);
    train = lanes(arguments, "train", shape, batch, Lanes.Remainder.DROPPED);
    valid = lanes(arguments, "valid", shape, VALID_LANES, Lanes.Remainder.PADDED);
    network = new LanguageNetwork(shape, batch);
    network.forgetBias(arguments.number("forget", 0, -10, 10));
    validState = network.state(VALID_LANES);
    trainer = new Trainer(network, arguments);
  }

  private static Lanes lanes(
      Arguments arguments,
      String key,
      LanguageNetwork.Shape shape,
      int lanes,
      Lanes.Remainder remainder)
      throws IOException {
    return new Lanes(Path.of(arguments.text(key)), shape.vocabulary(), lanes, remainder);
  }

  static void run(Arguments arguments, Protocol protocol) throws IOException {
    Libtorch.prepare(arguments, true);
    new LearnMode(arguments, protocol).learn();
    protocol.say("end");
  }

  private void learn() {
    int perEpoch = train.windows(window);
    long all = (long) perEpoch * epochs;
    long words = 0;
    long next = evaluate;
    long nanos = 0;
    for (long step = 0; step < all; step++) {
      int index = (int) (step % perEpoch);
      long start = System.nanoTime();
      if (index == 0) {
        network.resetState();
      }
      try (Lanes.Batch batch = train.batch(index, window)) {
        // A window without anything to predict has no mean loss.
        if (batch.counted() > 0) {
          trainer.step(batch.input(), batch.target(), rate(step, all));
        }
        words += batch.words();
      }
      nanos += System.nanoTime() - start;
      boolean last = step == all - 1 || nanos * 1e-9 > limitSeconds;
      if (words >= next || last) {
        next += evaluate;
        double perplexity = perplexity();
        protocol.say(
            String.format(Locale.ROOT, "point %d %.3f %.4f", words, nanos * 1e-9, perplexity));
        if (last || perplexity < until) {
          return;
        }
      }
    }
  }

  private double rate(long step, long all) {
    double share = 0.5 * (1 + Math.cos(Math.PI * step / all));
    return cosine ? rate * (LAST_RATE + (1 - LAST_RATE) * share) : rate;
  }

  private double perplexity() {
    double loss = 0;
    long counted = 0;
    State trainState = network.exchange(validState);
    network.training(false);
    try (var inference = new InferenceMode()) {
      network.resetState();
      for (int index = 0; index < valid.windows(window); index++) {
        try (var scope = new PointerScope();
            Lanes.Batch batch = valid.batch(index, window)) {
          loss += network.totalLoss(batch.input(), batch.target()).item_double();
          network.carryState();
          counted += batch.counted();
        }
      }
    }
    network.training(true);
    network.exchange(trainState);
    return Math.exp(loss / counted);
  }
}
