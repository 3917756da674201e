package rhapsode.learning;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import rhapsode.community.Author;
import rhapsode.community.PoemText;
import rhapsode.community.SubmittedPoem;

/**
 * What a training run learns from and is judged by. Nobody's poems are on both sides, no author and
 * no community fills the run, and a poem that is liked is read twice. Immutable; which poem goes
 * where follows from the poems alone.
 *
 * @param lessons poems to learn from, one that is read twice standing here twice
 * @param heldOut poems to judge by, none of them among the lessons; empty if there are too few
 */
public record Curriculum(List<String> lessons, List<String> heldOut) {
  public Curriculum {
    lessons = List.copyOf(lessons);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * How lessons are chosen.
   *
   * @param heldOut share of the words that judges and does not teach, 0 to 1
   * @param author how much of a run one author may fill
   * @param community how much of a run one community may fill
   * @param liked from how many likes on a poem is read twice, at least 1
   */
  public record Rules(double heldOut, Cap author, Cap community, int liked) {
    public Rules {
      if (!(heldOut >= 0 && heldOut < 1) || liked < 1) {
        throw new IllegalArgumentException("held out: " + heldOut + ", liked: " + liked);
      }
    }
  }

  /**
   * Chooses lessons.
   *
   * @param poems approved ones whose authors allow training
   * @param likes how often a poem was liked
   */
  public static Curriculum of(
      List<SubmittedPoem> poems, ToIntFunction<SubmittedPoem> likes, Rules rules) {
    List<Reading> readings =
        distinct(poems).stream()
            .map(poem -> Reading.of(poem, likes.applyAsInt(poem) >= rules.liked() ? 2 : 1))
            .sorted(preference(likes))
            .toList();
    HeldOut split = HeldOut.of(readings, rules.heldOut());
    List<Reading> lessons = rules.author().of(split.lessons(), r -> person(r.poem().author()));
    lessons = rules.community().of(lessons, r -> r.poem().community());
    return new Curriculum(
        lessons.stream()
            .sorted(Comparator.comparing(r -> r.poem().id()))
            .flatMap(Curriculum::texts)
            .toList(),
        split.judges().stream().map(r -> r.poem().text()).toList());
  }

  private static Stream<String> texts(Reading reading) {
    return Collections.nCopies(reading.times(), reading.poem().text()).stream();
  }

  /** The same text is one lesson, whoever else gives it: its first giver's. */
  private static List<SubmittedPoem> distinct(List<SubmittedPoem> poems) {
    var byText = new LinkedHashMap<String, SubmittedPoem>();
    poems.stream()
        .sorted(Comparator.comparing(SubmittedPoem::id))
        .forEach(poem -> byText.putIfAbsent(PoemText.key(poem.text()), poem));
    return List.copyOf(byText.values());
  }

  /** Where not all can be taken: those that are liked most, and of these the newest. */
  private static Comparator<Reading> preference(ToIntFunction<SubmittedPoem> likes) {
    return Comparator.<Reading>comparingInt(r -> likes.applyAsInt(r.poem()))
        .thenComparing(r -> r.poem().id())
        .reversed();
  }

  static String person(Author author) {
    return author.platform() + " " + author.id();
  }
}
