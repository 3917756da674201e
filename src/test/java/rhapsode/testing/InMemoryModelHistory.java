package rhapsode.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;

/** A history that forgets with the test, and otherwise keeps the port's promises. Thread-safe. */
public final class InMemoryModelHistory implements ModelHistory {
  private final List<ModelVersion> versions = new ArrayList<>();

  @Override
  public synchronized Optional<ModelVersion> inService() {
    return versions.stream().filter(version -> version.state() == State.IN_SERVICE).findFirst();
  }

  @Override
  public synchronized void add(ModelVersion version) {
    if (versions.stream().anyMatch(known -> known.name().equals(version.name()))) {
      throw new IllegalArgumentException("there is a model " + version.name() + " already");
    }
    if (version.state() == State.IN_SERVICE) {
      versions.replaceAll(InMemoryModelHistory::retired);
    }
    versions.add(version);
  }

  @Override
  public synchronized List<ModelVersion> all() {
    List<ModelVersion> newestFirst = new ArrayList<>(versions);
    Collections.reverse(newestFirst);
    return List.copyOf(newestFirst);
  }

  private static ModelVersion retired(ModelVersion version) {
    return version.state() != State.IN_SERVICE
        ? version
        : new ModelVersion(
            version.name(),
            version.parent(),
            version.trainedAt(),
            version.poems(),
            version.before(),
            version.after(),
            State.RETIRED,
            version.reason());
  }
}
