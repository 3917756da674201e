package rhapsode.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import rhapsode.network.Cluster;
import rhapsode.network.ClusterProvider;
import rhapsode.network.ModelException;
import rhapsode.network.Sharing;

/** Connects to Spark clusters, as Spark's masters are named: {@code spark://host:7077}. */
public final class SparkClusterProvider implements ClusterProvider {
  /** For the service loader. */
  public SparkClusterProvider() {}

  @Override
  public Cluster connect(String master, Sharing sharing, Map<String, String> properties) {
    try {
      return new SparkCluster(new JavaSparkContext(configuration(master, sharing, properties)));
    } catch (Exception e) { // Scala's checked exceptions, which nothing declares, too.
      throw new ModelException(
          "The Spark cluster at %s cannot be reached (%s); check the address, that it runs Spark 4.1, and the properties."
              .formatted(master, Faults.firstLine(e)),
          e);
    }
  }

  /** What suits this training, unless the properties say otherwise. */
  static SparkConf configuration(String master, Sharing sharing, Map<String, String> properties) {
    SparkConf configuration =
        new SparkConf()
            .setMaster(master)
            .setAppName("rhapsode")
            .set("spark.ui.enabled", "false")
            .set("spark.executor.memory", "2g")
            // A processor a share, all of them there before the first is dealt.
            .set("spark.cores.max", String.valueOf(sharing.shares()))
            .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
            .set("spark.scheduler.maxRegisteredResourcesWaitingTime", "30s")
            // A share stays where its text is, but waits for no machine that is gone or busy.
            .set("spark.locality.wait", "200ms")
            // Weights look random: to compress them only takes time.
            .set("spark.broadcast.compress", "false")
            .set("spark.shuffle.compress", "false");
    OurJars jars = OurJars.found();
    if (!jars.isEmpty()) {
      configuration.setJars(jars.paths());
    }
    properties.forEach(configuration::set);
    return configuration;
  }
}
