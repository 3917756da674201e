package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rhapsode.language.Corpus;
import rhapsode.language.Tokenizer;
import rhapsode.testing.PoetryData;

/**
 * The judge on human verse against the figures of the protocol, which were measured by other hands;
 * skipped where the data is not there.
 */
class PoetryFiguresTest {
  private static double percent(Metric metric, List<String> poems) {
    return 100 * Measure.share(metric).of(FoundVerse.of(poems)).orElseThrow().value();
  }

  @Test
  void whatPeopleShareWithTheTrainingText() {
    List<String> valid = Corpus.texts(PoetryData.file("valid.txt"));
    Library train = Library.of(Corpus.texts(PoetryData.file("train.txt")));
    assertEquals(0.44, percent(train.known(5), valid), 0.01);
    assertEquals(0.07, percent(train.known(6), valid), 0.01);
  }

  @Test
  void whatPeopleWriteThatWasNeverWritten() {
    List<String> valid = Corpus.texts(PoetryData.file("valid.txt"));
    Library all =
        Library.of(
            Stream.of("train.txt", "more.txt")
                .flatMap(name -> Corpus.texts(PoetryData.file(name)).stream())
                .toList());
    assertEquals(12.4, percent(all.unseen(2), valid), 0.05);
    assertEquals(48.6, percent(all.unseen(3), valid), 0.05);
    List<String> shuffled = shuffled(valid);
    assertEquals(28, percent(all.unseen(2), shuffled), 1);
    assertEquals(84, percent(all.unseen(3), shuffled), 1);
  }

  /** The tokens of each line in any order: verse without grammar. */
  private static List<String> shuffled(List<String> poems) {
    var random = new Random(1);
    return poems.stream()
        .map(poem -> poem.lines().map(l -> shuffled(l, random)).collect(Collectors.joining("\n")))
        .toList();
  }

  private static String shuffled(String line, Random random) {
    var tokens = new ArrayList<>(Tokenizer.line(line));
    Collections.shuffle(tokens, random);
    return String.join(" ", tokens);
  }
}
