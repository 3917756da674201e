package rhapsode.network;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Connects to clusters of a kind. What knows them is an artifact of its own, found by {@link
 * ServiceLoader} where it lies beside the program.
 */
public interface ClusterProvider {
  /**
   * Connects.
   *
   * @param master where the cluster is found
   * @param sharing what is to be trained there
   * @param properties of the cluster's own kind
   * @throws ModelException if it cannot be reached
   */
  Cluster connect(String master, Sharing sharing, Map<String, String> properties);

  /** The one that is there, if any; one that lacks what it needs is as good as none. */
  static Optional<ClusterProvider> find() {
    try {
      return ServiceLoader.load(ClusterProvider.class).findFirst();
    } catch (ServiceConfigurationError e) {
      return Optional.empty();
    }
  }
}
