package rhapsode.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.language.Continuation;
import rhapsode.language.LanguageModel;
import rhapsode.language.Vocabulary;
import rhapsode.network.NetworkDescription.Reading;

/** A trained network as a language model. One thread at a time. */
public final class NetworkModel implements LanguageModel {
  private final String name;
  private final NetworkDescription description;
  private final Vocabulary vocabulary;
  private final MultiLayerNetwork network;

  private NetworkModel(String name, ModelFolder.Loaded loaded) {
    this.name = name;
    this.description = loaded.description();
    this.vocabulary = loaded.vocabulary();
    this.network = loaded.network();
  }

  /**
   * Loads a model from its folder.
   *
   * @throws ModelException if there is none or it cannot be used
   */
  public static NetworkModel load(Path folder) {
    var model = new ModelFolder(folder);
    return new NetworkModel(model.name(), model.load());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public Continuation begin(int rows) {
    return description.reading() == Reading.STREAM ? new Stream(rows) : new Windows(rows);
  }

  /** Reads the words through the network and asks for what comes next. */
  private float[][] next(INDArray words, int rows) {
    var logProbabilities = new float[rows][vocabulary.size()];
    Evaluator.output(network)
        .logProbabilities(Evaluator.features(network, words), logProbabilities);
    return logProbabilities;
  }

  /** Goes on from the states of the recurrent layers. */
  private final class Stream implements Continuation {
    private int rows;
    private List<Map<String, INDArray>> states = List.of();

    Stream(int rows) {
      this.rows = rows;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public float[][] read(int[] words) {
      List<RecurrentLayer> layers = recurrent();
      for (int i = 0; i < layers.size(); i++) {
        layers.get(i).rnnSetPreviousState(states.isEmpty() ? Map.of() : states.get(i));
      }
      var column = Arrays.stream(words).mapToObj(word -> new int[] {word}).toArray(int[][]::new);
      float[][] result = NetworkModel.this.next(Batch.of(column, column, false).words(), rows);
      states = layers.stream().map(RecurrentLayer::rnnGetTBPTTState).toList();
      return result;
    }

    @Override
    public void keep(int[] from) {
      var kept = new ArrayList<Map<String, INDArray>>();
      for (Map<String, INDArray> state : states) {
        var rowsOfState = new HashMap<String, INDArray>();
        state.forEach((key, array) -> rowsOfState.put(key, array.getRows(from)));
        kept.add(rowsOfState);
      }
      states = List.copyOf(kept);
      rows = from.length;
    }

    @Override
    public Continuation copies(int row, int count) {
      var copy = new Stream(rows);
      copy.states = states;
      int[] from = new int[count];
      Arrays.fill(from, row);
      copy.keep(from);
      return copy;
    }

    private List<RecurrentLayer> recurrent() {
      return Arrays.stream(network.getLayers())
          .filter(RecurrentLayer.class::isInstance)
          .map(RecurrentLayer.class::cast)
          .toList();
    }
  }

  /** Remembers the last words and reads them anew each time. */
  private final class Windows implements Continuation {
    private int[][] windows;

    Windows(int rows) {
      windows = new int[rows][description.window()];
      for (int[] window : windows) {
        Arrays.fill(window, Vocabulary.POEM);
      }
    }

    @Override
    public int rows() {
      return windows.length;
    }

    @Override
    public float[][] read(int[] words) {
      for (int row = 0; row < windows.length; row++) {
        int[] window = windows[row];
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = words[row];
      }
      return NetworkModel.this.next(Batch.of(windows, windows, true).words(), windows.length);
    }

    @Override
    public void keep(int[] from) {
      windows = Arrays.stream(from).mapToObj(row -> windows[row].clone()).toArray(int[][]::new);
    }

    @Override
    public Continuation copies(int row, int count) {
      var copy = new Windows(count);
      Arrays.setAll(copy.windows, i -> windows[row].clone());
      return copy;
    }
  }
}
