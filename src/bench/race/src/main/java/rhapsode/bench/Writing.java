package rhapsode.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import rhapsode.language.Capitals;
import rhapsode.language.LanguageModel;
import rhapsode.network.ModelFolder;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkModel;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poet.Commission;
import rhapsode.poet.Heard;
import rhapsode.poet.ModelPoet;
import rhapsode.poet.Outcome;
import rhapsode.poet.Repertoire;
import rhapsode.prosody.Prosody;

/**
 * How fast poems are written with the model that is shipped: one after the other, and for twenty
 * people who all ask at once, with the drafts of a line in one batch and one by one.
 */
final class Writing {
  private static final int ASKERS = 20;
  private static final String[] SEEDS = {
    "moonlight", "the sea", "winter", "my father", "a broken cup", "summer rain", "ashes",
    "bicycle", "hope", "the last train", "snow", "zebra", "forgiveness", "old songs", "lantern",
    "river", "quantum", "sparrow", "the hill behind the house", "Maria"
  };

  private final Report report;
  private final ModelFolder files;
  private final NetworkModel model;
  private final Prosody prosody = Prosody.load();
  private final Forms forms = Forms.load();
  private final AtomicLong number = new AtomicLong();

  Writing(Report report, Path folder) {
    this.report = report;
    NativeThreads.use(2);
    files = new ModelFolder(folder);
    model = NetworkModel.load(folder);
  }

  /**
   * What came of one load.
   *
   * @param waits milliseconds from asking to the poem, one an asker and poem
   * @param seconds until the last was answered
   */
  record Load(String name, List<Double> waits, double seconds) {
    /** What so many of the waits do not exceed. */
    double within(double share) {
      List<Double> sorted = waits.stream().sorted().toList();
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    double perSecond() {
      return waits.size() / seconds;
    }

    /** Jain, Chiu and Hawe 1984: 1 if all wait alike, 1/n if one waits for all. */
    double fairness() {
      double sum = waits.stream().mapToDouble(w -> w).sum();
      double squares = waits.stream().mapToDouble(w -> w * w).sum();
      return sum * sum / (waits.size() * squares);
    }
  }

  void run() throws IOException {
    Form quatrain = form("quatrain");
    Form sonnet = form("sonnet");
    var loads = new ArrayList<Load>();
    try (var poet = poet(model);
        var unbatched = poet(new Unbatched(model))) {
      alone("warm-up", poet, quatrain, 30);
      loads.add(alone("a quatrain alone", poet, quatrain, 100));
      loads.add(alone("a sonnet alone", poet, sonnet, 40));
      crowd("warm-up", unbatched, quatrain, 1);
      for (int round = 1; round <= 3; round++) {
        loads.add(crowd("20 askers, 3 quatrains each", poet, quatrain, 3));
        loads.add(crowd("20 askers, drafts one by one", unbatched, quatrain, 1));
      }
    }
    report.writing(model.name(), loads);
  }

  private static Load load(String name, List<Double> waits, long begun) {
    var load = new Load(name, waits, (System.nanoTime() - begun) / 1e9);
    System.out.printf(
        "%s: median %.0f ms, 95 %% within %.0f ms, %.2f a second%n",
        name, load.within(0.5), load.within(0.95), load.perSecond());
    return load;
  }

  private Form form(String name) {
    return forms.named(name).orElseThrow();
  }

  /** A poet with a thread of its own. */
  private record Studio(ModelPoet poet, ExecutorService thread) implements AutoCloseable {
    @Override
    public void close() {
      thread.shutdown();
    }
  }

  private Studio poet(LanguageModel writer) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Heard heard =
        files
            .phrases()
            .map(index -> new Heard(List.of(index.forbidden()), List.of(index.worn())))
            .orElse(Heard.NOTHING);
    var repertoire =
        new Repertoire(writer, heard, files.capitals().orElse(Capitals.NONE), List.of());
    return new Studio(
        new ModelPoet(repertoire, prosody, thread, InstantSource.system(), () -> 1), thread);
  }

  private CompletableFuture<Double> ask(Studio studio, Form form) {
    long random = number.getAndIncrement();
    String seed = SEEDS[(int) (random % SEEDS.length)];
    long begun = System.nanoTime();
    return studio
        .poet()
        .write(new Commission(seed, form, 0.8, Optional.empty(), OptionalLong.of(random)))
        .thenApply(
            outcome -> {
              if (!(outcome instanceof Outcome.Written)) {
                throw new IllegalStateException("no poem about " + seed + ": " + outcome);
              }
              return (System.nanoTime() - begun) / 1e6;
            });
  }

  private Load alone(String name, Studio studio, Form form, int count) {
    long begun = System.nanoTime();
    var waits = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      waits.add(ask(studio, form).join());
    }
    return load(name, waits, begun);
  }

  /** Each asks for the next poem when it has the last. */
  private Load crowd(String name, Studio studio, Form form, int each) {
    long begun = System.nanoTime();
    List<Double> waits = Collections.synchronizedList(new ArrayList<>());
    var askers = new ArrayList<CompletableFuture<?>>();
    for (int asker = 0; asker < ASKERS; asker++) {
      CompletableFuture<?> poems = CompletableFuture.completedFuture(null);
      for (int i = 0; i < each; i++) {
        poems = poems.thenCompose(before -> ask(studio, form)).thenAccept(waits::add);
      }
      askers.add(poems);
    }
    askers.forEach(CompletableFuture::join);
    return load(name, List.copyOf(waits), begun);
  }
}
