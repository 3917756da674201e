package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Clipping and Adam over all parameters of a network in two passes over memory, on DL4J's own
 * parameter, gradient and updater state: what it leaves behind is what DL4J's updater would have
 * left, and is saved with the network as such.
 *
 * <p>An embedding whose gradient is sparse is moved only in the rows that the batch touched, its
 * moments too ("lazy" Adam, as in TensorFlow's LazyAdam and PyTorch's SparseAdam). Not thread-safe,
 * though it works on several threads itself.
 */
final class AdamStep {
  private static final int CHUNK = 1024;

  private final List<Group> groups = new ArrayList<>();
  private final Memory[] memories = new Memory[ThreadTeam.shared().size()];
  private final double[][] squares;
  private final float[] scales;
  private final ThreadTeam.Work work = this::run;

  private @Nullable SparseRows sparse;
  private int iteration;
  private volatile boolean finite;
  private ThreadTeam team = ThreadTeam.shared();

  /**
   * The parameters of a layer, which are clipped together.
   *
   * @param most the largest norm of their gradient; infinite if they are not clipped
   * @param sparse whether the gradient is the sparse one
   */
  private record Group(double most, boolean sparse, List<Segment> segments) {}

  /** Parameters that lie together, with their optimiser. */
  private record Segment(
      Adam adam,
      FloatMatrix weights,
      FloatMatrix gradient,
      FloatMatrix state,
      int first,
      int second) {
    int length() {
      return weights.rows * weights.columns;
    }
  }

  /** What one thread needs for itself. */
  private static final class Memory {
    final float[] weights;
    final float[] gradient;
    final float[] first;
    final float[] second;

    Memory(int length) {
      weights = new float[length];
      gradient = new float[length];
      first = new float[length];
      second = new float[length];
    }
  }

  /**
   * Prepares the updates of a network.
   *
   * @throws IllegalArgumentException if one of its parameters is not trained by Adam, or is
   *     regularised or clipped in another way than by the norm of its layer
   */
  AdamStep(MultiLayerNetwork network) {
    Trainable layer = null;
    var updater = (BaseMultiLayerUpdater<?>) network.getUpdater();
    for (UpdaterBlock block : updater.getUpdaterBlocks()) {
      for (UpdaterBlock.ParamState parameter : block.getLayersAndVariablesInBlock()) {
        if (parameter.getLayer().getConfig().getUpdaterByParam(parameter.getParamName())
            instanceof NoOp) {
          continue; // running statistics, which their layer moves
        }
        if (parameter.getLayer() != layer) {
          layer = parameter.getLayer();
          groups.add(group(layer));
        }
        groups.get(groups.size() - 1).segments.add(segment(block, parameter));
      }
    }
    squares = new double[memories.length][groups.size()];
    scales = new float[groups.size()];
    int longestRow =
        groups.stream()
            .filter(Group::sparse)
            .mapToInt(group -> group.segments.get(0).weights.columns)
            .max()
            .orElse(0);
    Arrays.setAll(memories, i -> new Memory(Math.max(CHUNK, longestRow)));
  }

  private static Group group(Trainable layer) {
    var configuration = (BaseLayer) layer.getConfig();
    GradientNormalization normalization = configuration.getGradientNormalization();
    boolean clipped = normalization == GradientNormalization.ClipL2PerLayer;
    if (normalization != null && !clipped && normalization != GradientNormalization.None) {
      throw new IllegalArgumentException(normalization + " is not supported");
    }
    return new Group(
        clipped ? configuration.getGradientNormalizationThreshold() : Double.POSITIVE_INFINITY,
        layer instanceof TokenEmbeddingLayer embedding && !embedding.layerConf().isTied(),
        new ArrayList<>());
  }

  private static Segment segment(UpdaterBlock block, UpdaterBlock.ParamState parameter) {
    if (!(parameter.getLayer().getConfig().getUpdaterByParam(parameter.getParamName())
        instanceof Adam adam)) {
      throw new IllegalArgumentException(
          "only Adam is supported, not for parameter " + parameter.getParamName());
    }
    var regularization =
        parameter.getLayer().getConfig().getRegularizationByParam(parameter.getParamName());
    if (regularization != null && !regularization.isEmpty()) {
      throw new IllegalArgumentException(
          "regularisation is not supported, as of parameter " + parameter.getParamName());
    }
    int length = (int) parameter.getParamView().length();
    int columns = length;
    if (parameter.getLayer() instanceof TokenEmbeddingLayer embedding) {
      columns = embedding.size();
    }
    int half = block.getParamOffsetEnd() - block.getParamOffsetStart();
    int offset = parameter.getParamOffsetStart() - block.getParamOffsetStart();
    return new Segment(
        adam,
        FloatMatrix.over(parameter.getParamView(), length / columns, columns),
        FloatMatrix.over(parameter.getGradView(), length / columns, columns),
        FloatMatrix.over(block.getUpdaterView(), 1, 2 * half),
        offset,
        half + offset);
  }

  /**
   * Updates the parameters.
   *
   * @param embedding the gradient of an embedding, if it has one of its own
   * @param updates how many there were before this one
   * @return whether the gradient was made of numbers; if not, nothing is changed
   */
  boolean update(@Nullable SparseRows embedding, int updates) {
    sparse = embedding;
    iteration = updates;
    finite = true;
    team = ThreadTeam.shared();
    team.run(work);
    return finite;
  }

  private void run(int part, int parts) {
    int active = Math.min(parts, memories.length);
    if (part < active) {
      for (int g = 0; g < groups.size(); g++) {
        squares[part][g] = squares(groups.get(g), memories[part], part, active);
      }
    }
    team.barrier(parts);
    if (part == 0) {
      clip(active);
    }
    team.barrier(parts);
    if (part < active && finite) {
      for (int g = 0; g < groups.size(); g++) {
        move(groups.get(g), scales[g], memories[part], part, active);
      }
    }
  }

  private double squares(Group group, Memory memory, int part, int parts) {
    double sum = 0;
    if (group.sparse && sparse != null) {
      for (int i = share(sparse.count(), part, parts);
          i < share(sparse.count(), part + 1, parts);
          i++) {
        sum += Elementwise.squares(sparse.sum(i), sparse.sum(i).length);
      }
      return sum;
    }
    for (int s = 0; s < group.segments.size(); s++) {
      Segment segment = group.segments.get(s);
      int to = share(segment.length(), part + 1, parts);
      for (int at = share(segment.length(), part, parts); at < to; at += CHUNK) {
        int count = Math.min(CHUNK, to - at);
        segment.gradient.loadPart(0, at, count, memory.gradient, 0);
        sum += Elementwise.squares(memory.gradient, count);
      }
    }
    return sum;
  }

  private void clip(int parts) {
    for (int g = 0; g < groups.size(); g++) {
      double sum = 0;
      for (int part = 0; part < parts; part++) {
        sum += squares[part][g];
      }
      double norm = Math.sqrt(sum);
      if (!Double.isFinite(norm)) {
        finite = false;
      }
      double most = groups.get(g).most;
      scales[g] = norm > most ? (float) (most / norm) : 1f;
    }
  }

  private void move(Group group, float scale, Memory memory, int part, int parts) {
    for (int s = 0; s < group.segments.size(); s++) {
      Segment segment = group.segments.get(s);
      Adam adam = segment.adam;
      int updates = iteration + 1;
      double rate =
          adam.getLearningRate(iteration, 0)
              * Math.sqrt(1 - Math.pow(adam.getBeta2(), updates))
              / (1 - Math.pow(adam.getBeta1(), updates));
      if (group.sparse && sparse != null) {
        moveRows(segment, sparse, scale, (float) rate, memory, part, parts);
        continue;
      }
      int to = share(segment.length(), part + 1, parts);
      for (int at = share(segment.length(), part, parts); at < to; at += CHUNK) {
        int count = Math.min(CHUNK, to - at);
        segment.gradient.loadPart(0, at, count, memory.gradient, 0);
        move(segment, at, count, memory.gradient, scale, (float) rate, memory);
      }
    }
  }

  private static void moveRows(
      Segment segment,
      SparseRows rows,
      float scale,
      float rate,
      Memory memory,
      int part,
      int parts) {
    int width = segment.weights.columns;
    int to = share(rows.count(), part + 1, parts);
    for (int i = share(rows.count(), part, parts); i < to; i++) {
      move(segment, rows.row(i) * width, width, rows.sum(i), scale, rate, memory);
    }
  }

  private static void move(
      Segment segment,
      int at,
      int count,
      float[] gradient,
      float scale,
      float rate,
      Memory memory) {
    segment.weights.loadPart(0, at, count, memory.weights, 0);
    segment.state.loadPart(0, segment.first + at, count, memory.first, 0);
    segment.state.loadPart(0, segment.second + at, count, memory.second, 0);
    Elementwise.adam(
        memory.weights,
        gradient,
        memory.first,
        memory.second,
        scale,
        (float) segment.adam.getBeta1(),
        (float) segment.adam.getBeta2(),
        rate,
        (float) segment.adam.getEpsilon(),
        count);
    segment.weights.storePart(0, at, count, memory.weights, 0);
    segment.state.storePart(0, segment.first + at, count, memory.first, 0);
    segment.state.storePart(0, segment.second + at, count, memory.second, 0);
  }
}
