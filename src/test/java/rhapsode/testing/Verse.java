package rhapsode.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rhapsode.language.Corpus;

/** Small made-up texts with enough pattern to learn something from. */
public final class Verse {
  private static final List<String> WHO = List.of("the moon", "a fox", "my mother", "the rain");
  private static final List<String> DOES = List.of("sings", "sleeps", "waits", "burns");
  private static final List<String> WHERE =
      List.of("in the garden", "on the stair", "by the river", "under snow");

  private Verse() {}

  /** Poems of two stanzas of two lines. */
  public static List<String> poems(int count) {
    var random = new Random(42);
    var poems = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      poems.add(line(random) + "\n" + line(random) + "\n\n" + line(random) + "\n" + line(random));
    }
    return poems;
  }

  public static Corpus corpus(int poems) {
    return Corpus.of(poems(poems));
  }

  private static String line(Random random) {
    return WHO.get(random.nextInt(4))
        + " "
        + DOES.get(random.nextInt(4))
        + " "
        + WHERE.get(random.nextInt(4))
        + ",";
  }
}
