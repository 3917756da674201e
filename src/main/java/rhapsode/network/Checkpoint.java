package rhapsode.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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

  static void write(
      Path file, MultiLayerNetwork network, Optional<INDArray> average, Progress progress)
      throws IOException {
    AtomicFiles.replace(
        file,
        path -> {
          try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setLevel(1);
            entry(zip, PROGRESS, JSON.writeValueAsBytes(tree(progress)));
            entry(zip, STATES, states(network));
            var model = new ByteArrayOutputStream();
            ModelSerializer.writeModel(network, model, true);
            entry(zip, NETWORK, model.toByteArray());
            if (average.isPresent()) {
              entry(zip, AVERAGE, Nd4j.toByteArray(average.get()));
            }
          }
        });
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
      restoreStates(network, zip.content(STATES));
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

  /** States by layer and key, each as a line of text with its place, then the array. */
  private static byte[] states(MultiLayerNetwork network) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var data = new java.io.DataOutputStream(out)) {
      for (int i = 0; i < network.getnLayers(); i++) {
        if (network.getLayer(i) instanceof RecurrentLayer layer) {
          for (var state : new TreeMap<>(layer.rnnGetPreviousState()).entrySet()) {
            byte[] array = Nd4j.toByteArray(state.getValue());
            data.writeInt(i);
            data.writeUTF(state.getKey());
            data.writeInt(array.length);
            data.write(array);
          }
        }
      }
    }
    return out.toByteArray();
  }

  private static void restoreStates(MultiLayerNetwork network, byte[] bytes) throws IOException {
    var states = new HashMap<Integer, Map<String, INDArray>>();
    try (var in = new java.io.DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        int layer = in.readInt();
        String key = in.readUTF();
        byte[] array = in.readNBytes(in.readInt());
        states.computeIfAbsent(layer, i -> new HashMap<>()).put(key, state(array));
      }
    }
    for (var state : states.entrySet()) {
      if (state.getKey() < 0
          || state.getKey() >= network.getnLayers()
          || !(network.getLayer(state.getKey()) instanceof RecurrentLayer layer)) {
        throw new IOException("the checkpoint has states of a layer without any");
      }
      layer.rnnSetPreviousState(state.getValue());
    }
  }

  private static INDArray state(byte[] array) throws IOException {
    return StoredArray.readUpTo(new ByteArrayInputStream(array), array.length);
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
