package rhapsode.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.network.Cluster;
import rhapsode.network.ClusterProvider;
import rhapsode.network.ModelException;
import rhapsode.network.Sharing;

/** Which machines train, if not this process. */
final class ClusterOptions {
  private static final String ABSENT =
      "Training on Spark needs target/rhapsode-spark.jar with target/spark-lib, which are not there; build them with 'mvn -B -Pspark -DskipTests package', and run 'java -jar target/rhapsode.jar train --spark %s ...' again.";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description = "Train on this Apache Spark cluster, spark://host:7077; see docs/spark.md.")
  private @Nullable String master;

  @Option(
      names = "--shares",
      paramLabel = "N",
      defaultValue = "2",
      description = "With --spark: so many learn side by side; default: ${DEFAULT-VALUE}.")
  private int shares;

  @Option(
      names = "--round",
      paramLabel = "K",
      defaultValue = "8",
      description = "With --spark: average after so many steps; default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--spark-properties",
      paramLabel = "FILE",
      description = "With --spark: Spark's properties, such as spark.authenticate.secret.")
  private @Nullable Path properties;

  /** What trains, for the manifest of the model; empty for this process. */
  String named() {
    return master == null
        ? ""
        : "%d learners on Spark, averaged every %d steps".formatted(shares, steps);
  }

  /** How the training is shared out. */
  Sharing sharing() {
    if (shares < 2 || shares > 1024) {
      throw wrong("--shares has to be from 2 to 1024, not " + shares + ".");
    }
    if (steps < 1 || steps > 100_000) {
      throw wrong("--round has to be from 1 to 100000, not " + steps + ".");
    }
    return new Sharing(shares, steps);
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  /**
   * The cluster that was asked for, if any.
   *
   * @throws ModelException if it cannot be reached
   */
  Optional<Cluster> connect() {
    if (master == null) {
      return Optional.empty();
    }
    Sharing sharing = sharing();
    ClusterProvider provider =
        ClusterProvider.find().orElseThrow(() -> new ModelException(ABSENT.formatted(master)));
    return Optional.of(provider.connect(master, sharing, properties()));
  }

  private Map<String, String> properties() {
    var read = new Properties();
    if (properties != null) {
      try (Reader file = Files.newBufferedReader(properties)) {
        read.load(file);
      } catch (IOException e) {
        throw new FileFault("The file %s cannot be read.".formatted(properties), e);
      } catch (IllegalArgumentException e) {
        throw new ModelException("The file %s holds no properties.".formatted(properties), e);
      }
    }
    var map = new TreeMap<String, String>();
    read.stringPropertyNames().forEach(name -> map.put(name, read.getProperty(name).strip()));
    return map;
  }
}
