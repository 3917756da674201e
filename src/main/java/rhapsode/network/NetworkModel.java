package rhapsode.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import rhapsode.language.Continuation;
import rhapsode.language.LanguageModel;
import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;
import rhapsode.network.NetworkDescription.Reading;
import rhapsode.network.layer.Generator;
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.States;

/** A trained network as a language model. One thread at a time. */
public final class NetworkModel implements LanguageModel {
  private final String name;
  private final Vocabulary vocabulary;
  private final LineOrder order;
  private final IntFunction<Continuation> beginning;
  private final IntFunction<float[]> likeness;

  private NetworkModel(String name, ModelFolder.Loaded loaded) {
    this.name = name;
    this.vocabulary = loaded.vocabulary();
    this.order = loaded.description().order();
    if (loaded.description().reading() == Reading.STREAM) {
      var generator = new Generator(loaded.network());
      likeness = generator::likeness;
      beginning = rows -> new Stream(generator, generator.begin(rows), vocabulary.size());
    } else {
      var runner = new NetworkRunner(loaded.network());
      likeness = word -> new float[0];
      int window = loaded.description().window();
      beginning = rows -> new Windows(runner, new int[rows][window], vocabulary.size());
    }
  }

  /**
   * Loads a model from its folder.
   *
   * @throws ModelException if there is none or it cannot be used
   */
  public static NetworkModel load(Path folder) {
    return load(new ModelFolder(folder));
  }

  /** The same for a folder that something else is read of too. */
  public static NetworkModel load(ModelFolder folder) {
    return new NetworkModel(folder.name(), folder.load());
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
  public LineOrder order() {
    return order;
  }

  @Override
  public float[] likeness(int word) {
    return likeness.apply(word);
  }

  @Override
  public Continuation begin(int rows) {
    return beginning.apply(rows);
  }

  /** Memory for log-probabilities, {@code [rows][vocabulary]}: the old one if it fits. */
  private static float[][] fitting(float[][] old, int rows, int vocabulary) {
    return old.length == rows ? old : new float[rows][vocabulary];
  }

  /** Goes on from the states of the recurrent layers. */
  private static final class Stream implements Continuation {
    private final Generator generator;
    private final States states;
    private final int vocabulary;
    private float[][] next = {};

    Stream(Generator generator, States states, int vocabulary) {
      this.generator = generator;
      this.states = states;
      this.vocabulary = vocabulary;
    }

    @Override
    public int rows() {
      return states.rows();
    }

    @Override
    public float[][] read(int[] words) {
      generator.step(states, words);
      next = fitting(next, words.length, vocabulary);
      generator.logProbabilities(next);
      return next;
    }

    @Override
    public void keep(int[] from) {
      states.keep(from);
    }

    @Override
    public Continuation copies(int row, int count) {
      return new Stream(generator, states.copies(row, count), vocabulary);
    }
  }

  /** Remembers the last words and reads them anew each time. */
  private static final class Windows implements Continuation {
    private final NetworkRunner runner;
    private final int vocabulary;
    private int[][] windows;
    private float[][] next = {};

    Windows(NetworkRunner runner, int[][] windows, int vocabulary) {
      this.runner = runner;
      this.windows = windows;
      this.vocabulary = vocabulary;
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
      int rows = windows.length;
      int[] stepByStep = new int[rows * windows[0].length];
      for (int row = 0; row < rows; row++) {
        int[] window = windows[row];
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = words[row];
        for (int t = 0; t < window.length; t++) {
          stepByStep[t * rows + row] = window[t];
        }
      }
      next = fitting(next, rows, vocabulary);
      runner.logProbabilities(stepByStep, rows, next);
      return next;
    }

    @Override
    public void keep(int[] from) {
      windows = Arrays.stream(from).mapToObj(row -> windows[row].clone()).toArray(int[][]::new);
    }

    @Override
    public Continuation copies(int row, int count) {
      var copy = new Windows(runner, new int[count][windows[row].length], vocabulary);
      Arrays.setAll(copy.windows, i -> windows[row].clone());
      return copy;
    }
  }
}
