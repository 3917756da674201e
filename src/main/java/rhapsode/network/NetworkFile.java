package rhapsode.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rhapsode.language.LineOrder;
import rhapsode.network.NetworkDescription.LayerDescription;
import rhapsode.network.NetworkDescription.Reading;
import rhapsode.network.NetworkDescription.Recipe;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;
import rhapsode.yaml.YamlSection;

/** Reads network files; {@code config/networks/classic.yml} explains every key. */
public final class NetworkFile {
  private static final List<String> KINDS =
      List.of("embedding", "lstm", "batch-normalisation", "dropout", "dense", "softmax");

  private static final int MOST_LAYERS = 64;

  private NetworkFile() {}

  /**
   * Reads a file.
   *
   * @throws YamlException if it is missing, malformed, or describes no network
   */
  public static NetworkDescription read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new YamlException("There is no network file " + file + ".", e);
    } catch (IOException e) {
      throw new YamlException("The network file " + file + " cannot be read as text.", e);
    }
  }

  /**
   * Parses text.
   *
   * @param name what error messages call it
   */
  public static NetworkDescription parse(String source, String name) {
    try (YamlSection file = YamlFile.parse(source, name);
        YamlSection vocabulary = file.section("vocabulary")) {
      var layers = new ArrayList<LayerDescription>();
      for (YamlSection layer : file.sections("layers")) {
        layers.add(layer(layer));
      }
      var network =
          new NetworkDescription(
              file.text("name"),
              file.choice("reading", List.of("window", "stream")).equals("window")
                  ? Reading.WINDOW
                  : Reading.STREAM,
              chosen(file, "lines", "forward", "backward") ? LineOrder.BACKWARD : LineOrder.FORWARD,
              file.integer("window", 1, 1024),
              vocabulary.integer("size", 10, 200_000),
              vocabulary.integer("minimum-count", 1, 1000),
              layers,
              recipe(file),
              chosen(file, "precision", "single", "half"),
              source);
      check(network, file);
      return network;
    }
  }

  private static LayerDescription layer(YamlSection layer) {
    try (layer) {
      return switch (layer.choice("kind", KINDS)) {
        case "embedding" -> new LayerDescription.Embedding(layer.integer("size", 1, 8192));
        case "lstm" ->
            new LayerDescription.Lstm(
                layer.integer("size", 1, 8192), chosen(layer, "output", "every-step", "last-step"));
        case "batch-normalisation" ->
            new LayerDescription.BatchNormalisation(
                chosen(layer, "statistics", "batch", "running"));
        case "dropout" ->
            new LayerDescription.Dropout(
                layer.decimal("rate", 0, 0.95), chosen(layer, "masks", "step", "window"));
        case "dense" ->
            new LayerDescription.Dense(
                layer.integer("size", 1, 8192),
                layer.choice("activation", List.of("relu", "none")).equals("relu"));
        default -> new LayerDescription.Softmax(chosen(layer, "weights", "own", "embedding"));
      };
    }
  }

  /** Whether an optional key has its other value, not the usual one. */
  private static boolean chosen(YamlSection section, String key, String usual, String other) {
    return section.has(key) && section.choice(key, List.of(usual, other)).equals(other);
  }

  private static Recipe recipe(YamlSection file) {
    try (YamlSection training = file.section("training")) {
      training.choice("optimiser", List.of("adam"));
      return new Recipe(
          training.decimal("rate", 1e-6, 1),
          Schedule.valueOf(
              training
                  .choice("schedule", List.of("constant", "cosine", "cooldown"))
                  .toUpperCase(Locale.ROOT)),
          training.integer("batch", 1, 4096),
          training.integer("epochs", 1, 10_000),
          training.decimal("clip", 0.01, 1000),
          training.has("averaging") ? training.decimal("averaging", 0, 0.99999) : 0,
          training.decimal("held-out", 0.001, 0.5));
    }
  }

  private static void check(NetworkDescription network, YamlSection file) {
    List<LayerDescription> layers = network.layers();
    if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
      throw file.wrong("layers", "has to have 1 to " + MOST_LAYERS + " layers");
    }
    if (!(layers.get(0) instanceof LayerDescription.Embedding)
        || !(layers.get(layers.size() - 1) instanceof LayerDescription.Softmax)) {
      throw file.wrong("layers", "has to start with an embedding and to end with a softmax");
    }
    if (count(layers, LayerDescription.Embedding.class) > 1
        || count(layers, LayerDescription.Softmax.class) > 1) {
      throw file.wrong("layers", "can have only one embedding and one softmax");
    }
    checkTying(layers, file);
    boolean sequence = true;
    for (LayerDescription layer : layers) {
      if (!sequence && layer instanceof LayerDescription.Lstm) {
        throw file.wrong("layers", "has an lstm behind one whose output is its last step only");
      }
      sequence &= !(layer instanceof LayerDescription.Lstm lstm && lstm.lastStep());
    }
    if (sequence != (network.reading() == Reading.STREAM)) {
      throw file.wrong(
          "layers",
          "needs an lstm with output: last-step if, and only if, the reading is 'window'");
    }
  }

  private static void checkTying(List<LayerDescription> layers, YamlSection file) {
    if (!(layers.get(layers.size() - 1) instanceof LayerDescription.Softmax softmax)
        || !softmax.tied()) {
      return;
    }
    int first = 0;
    int size = 0;
    for (LayerDescription layer : layers) {
      if (layer instanceof LayerDescription.Embedding embedding) {
        first = embedding.size();
        size = embedding.size();
      } else if (layer instanceof LayerDescription.Lstm lstm) {
        size = lstm.size();
      } else if (layer instanceof LayerDescription.Dense dense) {
        size = dense.size();
      }
    }
    if (first != size) {
      throw file.wrong(
          "layers",
          "has a softmax with weights: embedding behind %d features, but the embedding has %d; put a dense layer of that size between"
              .formatted(size, first));
    }
  }

  private static long count(List<LayerDescription> layers, Class<?> kind) {
    return layers.stream().filter(kind::isInstance).count();
  }
}
