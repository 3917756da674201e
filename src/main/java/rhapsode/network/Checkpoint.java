package rhapsode.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.language.Score;
import rhapsode.network.layer.Tally;

/**
 * All that a training needs to go on as if it had never stopped, in one file written atomically:
 * weights and optimiser state as DL4J keeps them, the carried states, and how far it was. What is
 * read from it is numbers, by {@link StoredArray}, and no class that the file names.
 */
final class Checkpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROGRESS = "progress.json";
  private static final String STATES = "states.bin";
  private static final String NETWORK = "network.zip";
  private static final String AVERAGE = "average.bin";
  private static final String TEAM = "team.bin";

  private Checkpoint() {}

  /**
   * How far a training is.
   *
   * @param corpus hash of its text, so that it does not go on with another
   * @param epoch from 0
   * @param step the next one within the epoch
   * @param iteration updates so far
   * @param seconds spent so far, all sittings together
   * @param trainedSeconds of these, without validation
   * @param trained tokens learned from so far
   * @param tally of the epoch so far
   * @param done epochs that are over
   */
  record Progress(
      String corpus,
      long seed,
      int epoch,
      int step,
      int iteration,
      double seconds,
      double trainedSeconds,
      long trained,
      Tally tally,
      List<Epoch> done) {
    static Progress start(String corpus, long seed) {
      return new Progress(corpus, seed, 0, 0, 0, 0, 0, 0, Tally.NONE, List.of());
    }
  }

  /**
   * Writes all of it.
   *
   * @param team what a training by several learners has to know besides
   */
  static void write(
      Path file,
      MultiLayerNetwork network,
      Optional<INDArray> average,
      Progress progress,
      Optional<byte[]> team)
      throws IOException {
    AtomicFiles.replace(
        file,
        path -> {
          try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setLevel(Deflater.BEST_SPEED);
            entry(zip, PROGRESS, JSON.writeValueAsBytes(tree(progress)));
            entry(zip, STATES, CarriedStates.of(network).bytes());
            network(zip, network);
            if (average.isPresent()) {
              WeightsFile.write(average.get(), AVERAGE, zip);
            }
            if (team.isPresent()) {
              entry(zip, TEAM, team.get());
            }
          }
        });
  }

  /** An archive in the archive, which is packed by the outer one alone. */
  private static void network(ZipOutputStream zip, MultiLayerNetwork network) throws IOException {
    zip.putNextEntry(new ZipEntry(NETWORK));
    var model = new ZipOutputStream(zip);
    model.setLevel(Deflater.NO_COMPRESSION);
    WeightsFile.write(network, false, model);
    WeightsFile.write(network.getUpdater().getStateViewArray(), ModelSerializer.UPDATER_BIN, model);
    model.finish();
    zip.closeEntry();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /**
   * Reads how far it was.
   *
   * @throws IOException if the file is no checkpoint
   */
  static Progress progress(Path file) throws IOException {
    try (var zip = new BoundedZip(file)) {
      return progress(JSON.readValue(zip.content(PROGRESS), Tree.class));
    }
  }

  /**
   * Gives a network the weights, the optimiser's state and the carried states that it had.
   *
   * @param network of the same description
   * @throws IOException if they are another network's, or cannot be read
   */
  static void restore(Path file, MultiLayerNetwork network) throws IOException {
    try (var zip = new BoundedZip(file)) {
      try (var model = new ZipInputStream(zip.entry(NETWORK))) {
        for (ZipEntry e = model.getNextEntry(); e != null; e = model.getNextEntry()) {
          if (e.getName().equals(ModelSerializer.COEFFICIENTS_BIN)) {
            assign(network.params(), model);
          } else if (e.getName().equals(ModelSerializer.UPDATER_BIN)) {
            assign(network.getUpdater().getStateViewArray(), model);
          }
        }
      }
      new CarriedStates(zip.content(STATES)).give(network);
    }
  }

  private static void assign(INDArray to, InputStream from) throws IOException {
    to.assign(StoredArray.read(new BufferedInputStream(from), to.length()).reshape(to.shape()));
  }

  /**
   * The averaged weights, {@code [1, parameters]}.
   *
   * @param parameters how many there have to be
   */
  static INDArray average(Path file, long parameters) throws IOException {
    try (var zip = new BoundedZip(file);
        var in = new BufferedInputStream(zip.entry(AVERAGE))) {
      return StoredArray.read(in, parameters);
    }
  }

  /** What a training by several learners left; empty if one process trained alone. */
  static Optional<byte[]> team(Path file) throws IOException {
    try (var zip = new BoundedZip(file)) {
      return zip.has(TEAM) ? Optional.of(zip.content(TEAM)) : Optional.empty();
    }
  }

  /** The JSON form: only public fields of plain types. */
  record Tree(
      String corpus,
      long seed,
      int epoch,
      int step,
      int iteration,
      double seconds,
      double trainedSeconds,
      long trained,
      List<Double> tally,
      List<List<Double>> done) {}

  private static Tree tree(Progress p) {
    List<List<Double>> done = new ArrayList<>();
    for (Epoch epoch : p.done()) {
      done.add(numbers(epoch.train()));
      done.add(numbers(epoch.valid()));
    }
    List<Double> tally =
        List.of(p.tally().loss(), (double) p.tally().correct(), (double) p.tally().labels());
    return new Tree(
        p.corpus(),
        p.seed(),
        p.epoch(),
        p.step(),
        p.iteration(),
        p.seconds(),
        p.trainedSeconds(),
        p.trained(),
        tally,
        done);
  }

  private static Progress progress(Tree t) {
    var done = new ArrayList<Epoch>();
    for (int i = 0; i + 1 < t.done().size(); i += 2) {
      done.add(new Epoch(score(t.done().get(i)), score(t.done().get(i + 1))));
    }
    return new Progress(
        t.corpus(),
        t.seed(),
        t.epoch(),
        t.step(),
        t.iteration(),
        t.seconds(),
        t.trainedSeconds(),
        t.trained(),
        new Tally(t.tally().get(0), t.tally().get(1).longValue(), t.tally().get(2).longValue()),
        done);
  }

  private static List<Double> numbers(Score score) {
    return List.of(
        score.loss(), (double) score.correct(), (double) score.tokens(), (double) score.unknown());
  }

  private static Score score(List<Double> n) {
    return new Score(n.get(0), n.get(1).longValue(), n.get(2).longValue(), n.get(3).longValue());
  }
}
