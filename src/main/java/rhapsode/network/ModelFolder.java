package rhapsode.network;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseIndex;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.yaml.YamlException;

/**
 * A model on disk: a folder with the manifest, the vocabulary and the weights as a DL4J zip, and
 * perhaps its {@link Companions}. All but the manifest are named after their SHA-256 hashes; the
 * manifest names them and is written last, by rename, so that a folder is always one whole model,
 * old or new.
 */
public final class ModelFolder {
  static final String MANIFEST = "manifest.json";

  /** Where the manifest does not name the file, as in the first models. */
  private static final String VOCABULARY = "vocabulary.txt";

  private static final int LONGEST_MANIFEST = 1 << 20;
  private static final int LONGEST_VOCABULARY = 1 << 24;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Optional<ModelFolder> parent;
  private final HashedFiles files;
  private final Companions companions;

  public ModelFolder(Path folder) {
    this(folder, Optional.empty());
  }

  /**
   * A folder for a model that is fine-tuned from another.
   *
   * @param parent folder of that one; what it knows of its training text is taken over
   */
  ModelFolder(Path folder, Optional<Path> parent) {
    this.folder = folder;
    this.parent = parent.map(ModelFolder::new);
    files = new HashedFiles(folder);
    companions = new Companions(files);
  }

  /**
   * Where a model comes from.
   *
   * @param corpus hash of the training text
   * @param parent the model it was fine-tuned from, or empty
   * @param licence of the weights
   * @param machines what trained it; empty for one process
   */
  public record Origin(String corpus, String parent, String licence, Instant at, String machines) {
    /** Of a model that one process trained. */
    public Origin(String corpus, String parent, String licence, Instant at) {
      this(corpus, parent, licence, at, "");
    }
  }

  /** A model in memory. */
  record Loaded(NetworkDescription description, Vocabulary vocabulary, MultiLayerNetwork network) {}

  /** Whether there is a model, be it whole or not. */
  public boolean exists() {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /** The name of the model: that of its folder. */
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** Writes a model in the place of the one that was there. */
  void write(
      NetworkDescription description,
      Vocabulary vocabulary,
      MultiLayerNetwork network,
      Origin origin,
      Epoch epoch)
      throws IOException {
    Files.createDirectories(folder);
    HashedFiles.Part words = files.part("vocabulary-", ".txt", vocabulary::write);
    HashedFiles.Part weights =
        files.part(
            "network-", ".zip", file -> WeightsFile.write(network, description.half(), file));
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("format", 1).put("name", name()).put("trained_at", origin.at().toString());
    manifest.put("parent", origin.parent()).put("licence", origin.licence());
    manifest.put("corpus_sha256", origin.corpus());
    if (!origin.machines().isEmpty()) {
      manifest.put("machines", origin.machines());
    }
    manifest.put("vocabulary", vocabulary.size());
    manifest.put("vocabulary_file", words.name()).put("vocabulary_sha256", words.hash());
    manifest.put("parameters", Networks.parameters(network));
    manifest.put("weights", weights.name()).put("weights_sha256", weights.hash());
    score(manifest.putObject("train"), epoch.train());
    score(manifest.putObject("valid"), epoch.valid());
    manifest.put("network", description.source());
    takeCompanionsOver(manifest);
    replaceManifest(manifest);
    files.removeOthers("network-*.zip", weights.name());
    files.removeOthers("vocabulary*.txt", words.name());
    companions.removeOthers(manifest);
  }

  private void replaceManifest(JsonNode manifest) throws IOException {
    AtomicFiles.replace(
        folder.resolve(MANIFEST),
        file -> JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), manifest));
  }

  /** From the model that is replaced if it was trained on the same text, or from the parent. */
  private void takeCompanionsOver(ObjectNode manifest) throws IOException {
    Optional<JsonNode> same =
        readable()
            .filter(m -> m.path("corpus_sha256").equals(manifest.path("corpus_sha256")))
            .filter(companions::areIn);
    if (same.isPresent()) {
      companions.keep(same.get(), manifest);
    } else if (parent.isPresent()) {
      companions.copy(parent.get().companions, parent.get().manifest(), manifest);
    }
  }

  private Optional<JsonNode> readable() {
    try {
      return exists() ? Optional.of(manifest()) : Optional.empty();
    } catch (ModelException e) {
      return Optional.empty(); // What is damaged has nothing to tell, and may be replaced.
    }
  }

  /**
   * Keeps with the model what it has to know of its training text, in the place of what it knew.
   *
   * @throws ModelException if there is no model, or it cannot be written
   */
  public void remember(PhraseIndex phrases, Capitals capitals) {
    var manifest = (ObjectNode) manifest();
    try {
      companions.write(phrases, capitals, manifest);
      replaceManifest(manifest);
      companions.removeOthers(manifest);
    } catch (IOException e) {
      throw new ModelException(
          "The model in %s cannot be written to (%s); check the folder and the space on the disk."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * The phrases of its training text, if it comes with them.
   *
   * @throws ModelException if there is no model, or their file is damaged
   */
  public Optional<PhraseIndex> phrases() {
    return companions.phrases(manifest());
  }

  /**
   * The words that its training text always writes with a capital, if it comes with them.
   *
   * @throws ModelException if there is no model, or their file is damaged
   */
  public Optional<Capitals> capitals() {
    return companions.capitals(manifest());
  }

  private static void score(ObjectNode node, Score score) {
    node.put("loss", score.meanLoss());
    node.put("perplexity", score.perplexity());
    node.put("accuracy", score.accuracy());
  }

  /** The validation perplexity that the manifest records. */
  public double validPerplexity() {
    return manifest().path("valid").path("perplexity").asDouble(Double.NaN);
  }

  /** When it was trained; empty if its manifest does not tell. */
  public Optional<Instant> trainedAt() {
    try {
      return readable().map(manifest -> Instant.parse(manifest.path("trained_at").asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * How large a model is.
   *
   * @param network the name of its network
   * @param words in its vocabulary
   */
  public record Size(String network, int words, long parameters) {}

  /** How large the model is, by its manifest. */
  public Size size() {
    JsonNode manifest = manifest();
    return new Size(
        description(manifest).name(),
        manifest.path("vocabulary").asInt(),
        manifest.path("parameters").asLong());
  }

  /** The description of its network. */
  public NetworkDescription description() {
    return description(manifest());
  }

  /**
   * Reads the model.
   *
   * @throws ModelException if there is none, or it is damaged, foreign or does not fit together
   */
  Loaded load() {
    JsonNode manifest = manifest();
    NetworkDescription description = description(manifest);
    var weightsNamed = new HashedFiles.Named("weights", manifest.path("weights").asText());
    var wordsNamed =
        new HashedFiles.Named("vocabulary", manifest.path("vocabulary_file").asText(VOCABULARY));
    files.verify(
        manifest,
        Stream.concat(Stream.of(weightsNamed, wordsNamed), Companions.in(manifest)).toList());
    Path weights = files.verified(manifest, weightsNamed);
    Path words = files.verified(manifest, wordsNamed);
    try {
      files.requireAtMost(words, LONGEST_VOCABULARY);
      Vocabulary vocabulary = Vocabulary.read(words);
      return new Loaded(description, vocabulary, network(weights, description, vocabulary));
    } catch (ModelException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw files.damaged("cannot be read", e);
    } catch (OutOfMemoryError e) {
      throw new ModelException(
          "The model in %s needs more memory than there is; give Java more with -Xmx, or take a smaller one."
              .formatted(folder),
          e);
    }
  }

  private MultiLayerNetwork network(
      Path weights, NetworkDescription description, Vocabulary vocabulary) throws IOException {
    try {
      return WeightsFile.read(weights, description, vocabulary.size());
    } catch (StoredArray.OtherLengthException e) {
      throw new ModelException(
          "The vocabulary of model %s has %d words, which does not fit its network; take both from the same training."
              .formatted(folder, vocabulary.size()),
          e);
    }
  }

  private NetworkDescription description(JsonNode manifest) {
    try {
      return NetworkFile.parse(manifest.path("network").asText(), "network");
    } catch (YamlException e) {
      throw files.damaged("was not written by this program", e);
    }
  }

  private JsonNode manifest() {
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          "There is no model in %s; train one with 'rhapsode train', or name another folder."
              .formatted(folder));
    }
    try {
      JsonNode manifest = JSON.readTree(files.bytes(file, LONGEST_MANIFEST));
      if (manifest.path("format").asInt() != 1) {
        throw files.damaged("was not written by this program", null);
      }
      return manifest;
    } catch (JacksonException e) {
      throw files.damaged("has a manifest that is not JSON", e);
    } catch (IOException e) {
      throw files.damaged("has a manifest that cannot be read", e);
    }
  }
}
