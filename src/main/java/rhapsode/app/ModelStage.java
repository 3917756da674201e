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

  private final ModelFolders folders;
  private final ModelPoet poet;
  private final Repertoires repertoires;
  private volatile Path current;

  private ModelStage(ModelFolders folders, ModelPoet poet, Repertoires repertoires, Path current) {
    this.folders = folders;
    this.poet = poet;
    this.repertoires = repertoires;
    this.current = current;
  }

  /** A model that can be used, and where it lies. */
  record Opening(Repertoire repertoire, Path folder) {}

  /** The model in service, or the base model if there is none or it cannot be read. */
  static Opening open(ModelFolders folders, ModelHistory history, Repertoires repertoires) {
    Optional<String> inService = history.inService().map(ModelVersion::name);
    if (inService.isPresent()) {
      Path folder = folders.of(inService.get());
      try {
        return new Opening(repertoires.of(folder), folder);
      } catch (ModelException e) {
        LOG.warn("The model in service cannot be used; the base model takes its place", e);
      }
    }
    return new Opening(repertoires.of(folders.base()), folders.base());
  }

  static ModelStage of(
      ModelFolders folders, ModelPoet poet, Repertoires repertoires, Opening opening) {
    return new ModelStage(folders, poet, repertoires, opening.folder());
  }

  /** A model's network, vocabulary and parameters, in one line. */
  static Phrase description(ModelFolder folder) {
    ModelFolder.Size size = folder.size();
    return Phrase.of("model.network", size.network(), size.words(), size.parameters());
  }

  @Override
  public Runnable ready(String model) {
    Path folder = folders.of(model);
    Repertoire repertoire = repertoires.of(folder);
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
