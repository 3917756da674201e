package rhapsode.learning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import rhapsode.language.Corpus;
import rhapsode.language.Tokenizer;

/**
 * The poems of a run in two: those that teach, and those that judge. Authors are held out whole, by
 * a hash of who they are, so that a model is not praised for having learned a judge's hand by
 * heart. Where fewer than {@value #AUTHORS} write, none of them can be spared: then poems are held
 * out, by a hash of their words; and with at most {@value #POEMS} poems nothing is.
 */
record HeldOut(List<Reading> lessons, List<Reading> judges) {
  private static final int AUTHORS = 4;
  private static final int POEMS = 10;

  /** An order that has nothing to do with who writes what. */
  private static final Comparator<String> BY_HASH =
      Comparator.comparingLong(HeldOut::hash).thenComparing(Comparator.naturalOrder());

  /**
   * Splits.
   *
   * @param share of the words that judges; an author who would bring it above twice that teaches
   */
  static HeldOut of(List<Reading> readings, double share) {
    if (readings.size() <= POEMS || share == 0) {
      return new HeldOut(readings, List.of());
    }
    HeldOut byAuthor = byAuthor(readings, share);
    return byAuthor.judges.isEmpty() ? byPoem(readings, share) : byAuthor;
  }

  private static HeldOut byAuthor(List<Reading> readings, double share) {
    var authors = new TreeMap<String, List<Reading>>(BY_HASH);
    for (Reading reading : readings) {
      String author = Curriculum.person(reading.poem().author());
      authors.computeIfAbsent(author, one -> new ArrayList<>()).add(reading);
    }
    if (authors.size() < AUTHORS) {
      return new HeldOut(readings, List.of());
    }
    double wanted = share * words(readings);
    var judging = new ArrayList<String>();
    long words = 0;
    for (var author : authors.entrySet()) {
      long theirs = words(author.getValue());
      if (words < wanted && words + theirs <= 2 * wanted) {
        judging.add(author.getKey());
        words += theirs;
      }
    }
    return split(readings, r -> judging.contains(Curriculum.person(r.poem().author())));
  }

  private static HeldOut byPoem(List<Reading> readings, double share) {
    return split(readings, r -> Corpus.isHeldOut(Tokenizer.poem(r.poem().text()), share));
  }

  private static HeldOut split(List<Reading> readings, Predicate<Reading> judges) {
    return new HeldOut(
        readings.stream().filter(judges.negate()).toList(),
        readings.stream().filter(judges).toList());
  }

  private static long words(List<Reading> readings) {
    return readings.stream().mapToLong(r -> r.words() / r.times()).sum();
  }

  private static long hash(String author) {
    var crc = new CRC32();
    crc.update(author.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
