package rhapsode.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import rhapsode.network.Assignment;
import rhapsode.network.Cluster;
import rhapsode.network.Contribution;
import rhapsode.network.Round;
import rhapsode.network.Share;
import rhapsode.network.Values;
import rhapsode.network.layer.Tally;
import scala.Tuple2;

/**
 * Learners on Spark: a partition a share. A round is a shuffle: each partition learns, and sends
 * piece {@code i} of its values to reducer {@code i}, which takes the mean in the order of the
 * shares. So the sum is the same whichever machine was first, each machine averages a part, and
 * what comes back to the driver is one network, not one a share. A partition whose machine is lost
 * is learned anew, from the same round, to the same end.
 */
final class SparkLearners implements Cluster.Learners {
  private final JavaSparkContext spark;
  private final Broadcast<Workshop> workshop;
  private final JavaRDD<Share> shares;
  private final int count;

  /**
   * Learners for shares.
   *
   * @param shares one a partition, in the order of their numbers
   */
  SparkLearners(JavaSparkContext spark, Assignment assignment, JavaRDD<Share> shares) {
    this.spark = spark;
    this.shares = shares.persist(StorageLevel.MEMORY_AND_DISK());
    count = shares.getNumPartitions();
    workshop = spark.broadcast(new Workshop(assignment));
  }

  @Override
  public int steps() {
    Broadcast<Workshop> here = workshop;
    List<Integer> steps =
        Faults.told(() -> shares.map(share -> here.value().steps(share)).collect());
    return steps.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  @Override
  public Cluster.Result learn(Round round) {
    Broadcast<Round> sent = spark.broadcast(round);
    try {
      return Faults.told(() -> result(sent));
    } finally {
      sent.destroy();
    }
  }

  private Cluster.Result result(Broadcast<Round> round) {
    Broadcast<Workshop> here = workshop;
    int reducers = count;
    List<Reduced> reduced =
        shares
            .flatMapToPair(share -> parts(here.value().learn(share, round.value()), reducers))
            .partitionBy(new HashPartitioner(reducers))
            .mapPartitions(SparkLearners::reduced)
            .collect();
    var contributions = new ArrayList<Contribution>();
    reduced.forEach(one -> contributions.addAll(one.contributions()));
    contributions.sort(Comparator.comparingInt(Contribution::share));
    return new Cluster.Result(
        contributions, Values.joined(reduced.stream().map(Reduced::mean).toList()));
  }

  /** What a share sends to each reducer; the one of its own number gets the rest too. */
  private static Iterator<Tuple2<Integer, Part>> parts(Contribution contribution, int reducers) {
    List<Values> pieces = contribution.values().cut(reducers);
    long weight = contribution.tally().labels();
    return IntStream.range(0, reducers)
        .mapToObj(
            i ->
                new Tuple2<>(
                    i,
                    new Part(
                        new Values.Piece(contribution.share(), weight, pieces.get(i)),
                        i == contribution.share()
                            ? List.of(contribution.withoutValues())
                            : List.of())))
        .iterator();
  }

  private static Iterator<Reduced> reduced(Iterator<Tuple2<Integer, Part>> parts) {
    var pieces = new ArrayList<Values.Piece>();
    var contributions = new ArrayList<Contribution>();
    parts.forEachRemaining(
        part -> {
          pieces.add(part._2().piece());
          contributions.addAll(part._2().rest());
        });
    return List.of(new Reduced(Values.mean(pieces), contributions)).iterator();
  }

  /** A piece on its way, and perhaps the rest of the contribution. */
  private record Part(Values.Piece piece, List<Contribution> rest) implements Serializable {}

  /** What a reducer returns. */
  private record Reduced(Values mean, List<Contribution> contributions) implements Serializable {}

  @Override
  public Tally judge(Values weights) {
    Broadcast<Values> sent = spark.broadcast(weights);
    Broadcast<Workshop> here = workshop;
    int parts = count;
    try {
      return Faults.told(
              () ->
                  shares
                      .map(share -> here.value().judge(sent.value(), share.number(), parts))
                      .collect())
          .stream()
          .reduce(Tally.NONE, Tally::plus);
    } finally {
      sent.destroy();
    }
  }

  @Override
  public void close() {
    shares.unpersist(false);
    workshop.destroy();
  }
}
