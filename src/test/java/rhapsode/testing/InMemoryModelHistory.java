package rhapsode.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;

/** A history of models without a database. */
public final class InMemoryModelHistory implements ModelHistory {
  private final List<ModelVersion> versions = new ArrayList<>();

  @Override
  public synchronized Optional<ModelVersion> inService() {
    return versions.stream().filter(v -> v.state() == State.IN_SERVICE).findFirst();
  }

  @Override
  public synchronized void add(ModelVersion version) {
    if (version.state() == State.IN_SERVICE) {
      versions.replaceAll(v -> v.state() == State.IN_SERVICE ? retired(v) : v);
    }
    versions.add(version);
  }

  private static ModelVersion retired(ModelVersion v) {
    return new ModelVersion(
        v.name(), v.parent(), v.trainedAt(), v.poems(), v.before(), v.after(), State.RETIRED, null);
  }

  @Override
  public synchronized List<ModelVersion> all() {
    var newestFirst = new ArrayList<>(versions);
    Collections.reverse(newestFirst);
    return newestFirst;
  }
}
