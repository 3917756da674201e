package rhapsode.app;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.Stage;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;
import rhapsode.poet.ModelPoet;
import rhapsode.poet.Repertoire;
import rhapsode.wording.Phrase;

/** Puts models on and off. Thread-safe. */
final class ModelStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(ModelStage.class);

  private final ModelReader reader;
  private final ModelPoet poet;
  private volatile Path current;

  private ModelStage(ModelReader reader, ModelPoet poet, Path current) {
    this.reader = reader;
    this.poet = poet;
    this.current = current;
  }

  /** A model that can be used, and where it lies. */
  record Opening(Repertoire repertoire, Path folder) {}

  /** The model in service, or the base model if there is none or it cannot be read. */
  static Opening open(ModelReader reader, ModelHistory history) {
    Optional<String> inService = history.inService().map(ModelVersion::name);
    if (inService.isPresent()) {
      try {
        return open(reader, inService.get());
      } catch (ModelException e) {
        LOG.warn("The model in service cannot be used; the base model takes its place", e);
      }
    }
    return open(reader, reader.folders().baseName());
  }

  private static Opening open(ModelReader reader, String model) {
    return new Opening(reader.read(model), reader.folders().of(model));
  }

  static ModelStage of(ModelReader reader, ModelPoet poet, Opening opening) {
    return new ModelStage(reader, poet, opening.folder());
  }

  /** A model's network, vocabulary and parameters, in one line. */
  static Phrase description(ModelFolder folder) {
    ModelFolder.Size size = folder.size();
    return Phrase.of("model.network", size.network(), size.words(), size.parameters());
  }

  @Override
  public Runnable ready(String model) {
    Path folder = reader.folders().of(model);
    Repertoire repertoire = reader.read(model);
    return () -> {
      poet.use(repertoire);
      current = folder;
    };
  }

  @Override
  public String current() {
    return poet.model();
  }

  @Override
  public Phrase description() {
    return description(new ModelFolder(current));
  }
}
