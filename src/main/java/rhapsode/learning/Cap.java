package rhapsode.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * How much of a training run one author, or one community, may fill.
 *
 * @param share of the words that the run then has, above 0, at most 1
 * @param floor so many poems are always taken: where few write, nobody is kept waiting for others
 */
public record Cap(double share, int floor) {
  /** The limit is close enough after so many steps; each comes nearer by the share at least. */
  private static final int STEPS = 60;

  public Cap {
    if (!(share > 0 && share <= 1) || floor < 0) {
      throw new IllegalArgumentException("a share of " + share + ", a floor of " + floor);
    }
  }

  /**
   * Takes readings as far as their group's share goes.
   *
   * @param readings those first that are wanted most
   * @param group whose share a reading counts to
   * @return those taken, in the same order
   */
  List<Reading> of(List<Reading> readings, Function<Reading, String> group) {
    var groups = new LinkedHashMap<String, Group>();
    for (Reading reading : readings) {
      groups.computeIfAbsent(group.apply(reading), name -> new Group()).add(reading);
    }
    double limit = limit(groups.values());
    var taken = new HashSet<Reading>();
    groups.values().forEach(one -> taken.addAll(one.taken(limit)));
    return readings.stream().filter(taken::contains).toList();
  }

  /**
   * The most words of one group: the share of the words that are left when no group has more, or
   * more than its floor. Falls from the share of all words to that fixed point. Where there are so
   * few groups that somebody has to have more than the share, it is an equal one.
   */
  private double limit(Collection<Group> groups) {
    double part = Math.max(share, 1.0 / groups.size());
    double limit = part * total(groups, Double.POSITIVE_INFINITY);
    for (int step = 0; step < STEPS; step++) {
      limit = part * total(groups, limit);
    }
    return limit;
  }

  private static double total(Collection<Group> groups, double limit) {
    return groups.stream().mapToDouble(group -> group.within(limit)).sum();
  }

  /** What the readings of one author or community come to. */
  private final class Group {
    private final List<Reading> readings = new ArrayList<>();
    private double words;
    private double floorWords;

    void add(Reading reading) {
      words += reading.words();
      if (readings.size() < floor) {
        floorWords += reading.words();
      }
      readings.add(reading);
    }

    /** How many words it may have under a limit. */
    double within(double limit) {
      return Math.max(floorWords, Math.min(words, limit));
    }

    List<Reading> taken(double limit) {
      double left = within(limit);
      var taken = new ArrayList<Reading>();
      for (Reading reading : readings) {
        if (reading.words() <= left) {
          left -= reading.words();
          taken.add(reading);
        }
      }
      return taken;
    }
  }
}
