package rhapsode.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import rhapsode.language.LineOrder;
import rhapsode.language.TextFormat;
import rhapsode.network.Assignment;
import rhapsode.network.Cluster;
import rhapsode.network.Share;
import rhapsode.network.Sharing;

/** Machines that a Spark master gives. Confined to the training thread. */
final class SparkCluster implements Cluster {
  private final JavaSparkContext spark;

  SparkCluster(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** Each share is broadcast by itself, so that a machine fetches only those that it works on. */
  @Override
  public Learners learners(Assignment assignment, List<Share> text) {
    List<Broadcast<Share>> all = text.stream().map(spark::broadcast).toList();
    JavaRDD<Share> shares =
        spark
            .parallelize(IntStream.range(0, all.size()).boxed().toList(), all.size())
            .map(number -> all.get(number).value());
    return new SparkLearners(spark, assignment, shares);
  }

  @Override
  public FarText text(String address, TextFormat format, LineOrder order, Sharing sharing) {
    return new SparkText(
        spark, SparkText.poems(spark, address, format), format, order, sharing.shares());
  }

  @Override
  public void close() {
    spark.close();
  }
}
