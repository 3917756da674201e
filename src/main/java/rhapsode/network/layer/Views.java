package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Matrices over the parameter views that DL4J gives a layer, made anew only for other views. */
final class Views {
  private final Map<String, FloatMatrix> matrices = new HashMap<>();

  FloatMatrix get(@Nullable Map<String, INDArray> views, String key, int rows, int columns) {
    INDArray view = requireNonNull(requireNonNull(views).get(key));
    FloatMatrix known = matrices.get(key);
    if (known == null || known.array() != view) {
      known = FloatMatrix.over(view, rows, columns);
      matrices.put(key, known);
    }
    return known;
  }
}
