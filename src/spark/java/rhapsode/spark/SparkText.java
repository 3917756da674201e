package rhapsode.spark;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import rhapsode.language.Corpus;
import rhapsode.language.LineOrder;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.Assignment;
import rhapsode.network.Cluster;
import rhapsode.network.Share;
import scala.Tuple2;

/**
 * A text that the machines read, each a part of the file. Words are counted, poems dealt out and
 * hashes sorted on the machines; what comes to the driver are the counts of words, one hash after
 * the other, and the poems that are held out.
 */
record SparkText(
    JavaSparkContext spark,
    JavaRDD<List<String>> poems,
    TextFormat format,
    LineOrder order,
    int shares)
    implements Cluster.FarText {
  /** Where a file of poems may be cut; blanks between blank lines only make pieces larger. */
  private static final String BETWEEN_POEMS = "\n\n\n";

  /** The tokens of each poem of a file. */
  static JavaRDD<List<String>> poems(JavaSparkContext spark, String address, TextFormat format) {
    return Faults.told(
        () ->
            pieces(spark, address, format)
                .flatMap(text -> Corpus.piece(text, format).poems().iterator()));
  }

  private static JavaRDD<String> pieces(JavaSparkContext spark, String address, TextFormat format) {
    var reading = new Configuration(spark.hadoopConfiguration());
    if (format == TextFormat.POEMS) {
      reading.set("textinputformat.record.delimiter", BETWEEN_POEMS);
    }
    return spark
        .newAPIHadoopFile(address, TextInputFormat.class, LongWritable.class, Text.class, reading)
        .map(record -> record._2().toString());
  }

  @Override
  public Corpus heldOut(double share) {
    return new Corpus(
        Faults.told(() -> poems.filter(poem -> Corpus.isHeldOut(poem, share)).collect()), format);
  }

  @Override
  public Cluster.FarText withoutHeldOut(double share) {
    return new SparkText(
        spark, poems.filter(poem -> !Corpus.isHeldOut(poem, share)), format, order, shares);
  }

  @Override
  public Vocabulary vocabulary(int size, int leastCount) {
    Map<String, Long> counts =
        Faults.told(
            () ->
                poems
                    .flatMap(List::iterator)
                    .mapToPair(word -> new Tuple2<>(word, 1L))
                    .reduceByKey(Long::sum)
                    .filter(count -> count._2() >= leastCount)
                    .collectAsMap());
    return Vocabulary.of(new TreeMap<>(counts), size, leastCount);
  }

  @Override
  public String hash() {
    return Faults.told(
        () -> {
          Iterator<String> keys =
              poems
                  .map(poem -> HexFormat.of().formatHex(turned(Corpus.digest(poem))))
                  .sortBy(key -> key, true, shares)
                  .toLocalIterator();
          return Corpus.hash(
              new Iterator<>() {
                @Override
                public boolean hasNext() {
                  return keys.hasNext();
                }

                @Override
                public byte[] next() {
                  return turned(HexFormat.of().parseHex(keys.next()));
                }
              });
        });
  }

  /** With the sign of each byte turned, so that digits sort as signed bytes do; and back. */
  private static byte[] turned(byte[] bytes) {
    byte[] other = bytes.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] ^= (byte) 0x80;
    }
    return other;
  }

  @Override
  public Cluster.Learners deal(Assignment assignment, Vocabulary vocabulary) {
    Broadcast<List<String>> words = spark.broadcast(new ArrayList<>(vocabulary.words()));
    LineOrder line = order;
    int count = shares;
    JavaRDD<Share> dealt =
        poems
            .mapPartitions(part -> numbered(part, new Vocabulary(words.value()), line))
            .mapToPair(poem -> new Tuple2<>(poem.share(count), poem))
            .partitionBy(new HashPartitioner(shares))
            .mapPartitionsWithIndex(SparkText::share, true);
    return new SparkLearners(spark, assignment, dealt);
  }

  private static Iterator<Share.Poem> numbered(
      Iterator<List<String>> poems, Vocabulary vocabulary, LineOrder order) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return poems.hasNext();
      }

      @Override
      public Share.Poem next() {
        List<String> words = poems.next();
        return new Share.Poem(words, order.apply(vocabulary.encode(words)));
      }
    };
  }

  private static Iterator<Share> share(
      Integer number, Iterator<Tuple2<Integer, Share.Poem>> poems) {
    var all = new ArrayList<Share.Poem>();
    poems.forEachRemaining(poem -> all.add(poem._2()));
    return List.of(Share.of(number, all)).iterator();
  }
}
