package rhapsode.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import rhapsode.language.Score;
import rhapsode.network.layer.Tally;

/**
 * All that a training needs to go on as if it had never stopped, in one file written atomically:
 * weights and optimiser state as DL4J keeps them, the carried states, and how far it was.
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
            zip.setLevel(1);
            entry(zip, PROGRESS, JSON.writeValueAsBytes(tree(progress)));
            entry(zip, STATES, CarriedStates.of(network).bytes());
            var model = new ByteArrayOutputStream();
            ModelSerializer.writeModel(network, model, true);
            entry(zip, NETWORK, model.toByteArray());
            if (average.isPresent()) {
              entry(zip, AVERAGE, Nd4j.toByteArray(average.get()));
            }
            if (team.isPresent()) {
              entry(zip, TEAM, team.get());
            }
          }
        });
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  static Progress progress(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return progress(JSON.readValue(content(zip, PROGRESS), Tree.class));
    }
  }

  /** The network with its optimiser and carried states. */
  static MultiLayerNetwork network(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      MultiLayerNetwork network =
          ModelSerializer.restoreMultiLayerNetwork(
              new ByteArrayInputStream(content(zip, NETWORK)), true);
      new CarriedStates(content(zip, STATES)).give(network);
      return network;
    }
  }

  /** The averaged weights, {@code [1, parameters]}. */
  static INDArray average(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return Nd4j.fromByteArray(content(zip, AVERAGE));
    }
  }

  /** What a training by several learners left; empty if one process trained alone. */
  static Optional<byte[]> team(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getEntry(TEAM) == null ? Optional.empty() : Optional.of(content(zip, TEAM));
    }
  }

  private static byte[] content(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the checkpoint has no " + name);
    }
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
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
