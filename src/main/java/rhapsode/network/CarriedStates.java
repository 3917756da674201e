package rhapsode.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The states that a network carries from window to window, by layer and key: for each the place,
 * its length, and the array as ND4J writes it. Immutable; the bytes are not copied.
 */
public final class CarriedStates implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Those of a network that carries nothing. */
  static final CarriedStates NONE = new CarriedStates(new byte[0]);

  private final byte[] bytes;

  CarriedStates(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  static CarriedStates of(MultiLayerNetwork network) {
    var out = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(out)) {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CarriedStates(out.toByteArray());
  }

  /**
   * Gives them to a network.
   *
   * @throws IOException if they are damaged, or another network's
   */
  void give(MultiLayerNetwork network) throws IOException {
    var states = new HashMap<Integer, Map<String, INDArray>>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        int layer = in.readInt();
        String key = in.readUTF();
        byte[] array = in.readNBytes(in.readInt());
        states
            .computeIfAbsent(layer, i -> new HashMap<>())
            .put(key, StoredArray.readUpTo(new ByteArrayInputStream(array), array.length));
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
}
