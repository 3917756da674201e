package rhapsode.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runners that take turns. */
final class Contest {
  private static final double SECONDS_A_TURN = 2.5;

  /** A runner whose step takes longer takes one turn only: it is not in the race anyway. */
  private static final double HOPELESS = 4;

  private Contest() {}

  /**
   * What a runner reached.
   *
   * @param rates work a second, a turn each
   * @param megabytes the largest memory of its process
   * @param allocated bytes on the heap a step in the last turn; -1 if unknown
   */
  record Result(String name, List<Double> rates, double megabytes, double allocated) {
    double median() {
      List<Double> sorted = rates.stream().sorted().toList();
      int half = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(half)
          : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
  }

  /** Starts all, lets each do a turn a round, and ends them. */
  static List<Result> run(List<Supplier<Runner>> starters, int rounds) {
    var runners = new ArrayList<Runner>();
    try {
      for (Supplier<Runner> starter : starters) {
        Runner runner = starter.get();
        runners.add(runner);
        runner.awaitReady();
      }
      return race(runners, rounds);
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static List<Result> race(List<Runner> runners, int rounds) {
    int[] steps = new int[runners.size()];
    var rates = new ArrayList<List<Double>>();
    double[] allocated = new double[runners.size()];
    for (int i = 0; i < steps.length; i++) {
      double first = runners.get(i).run(1).seconds();
      int some = Math.max(1, (int) (0.5 / first));
      double one = first > HOPELESS ? first : runners.get(i).run(some).seconds() / some;
      steps[i] = one > HOPELESS ? 0 : Math.max(1, (int) (SECONDS_A_TURN / one));
      rates.add(new ArrayList<>());
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] == 0 && round > 0) {
          continue;
        }
        Runner.Turn turn = runners.get(i).run(Math.max(1, steps[i]));
        rates.get(i).add(turn.work() / turn.seconds());
        allocated[i] = turn.allocated();
      }
    }
    var results = new ArrayList<Result>();
    for (int i = 0; i < steps.length; i++) {
      Runner runner = runners.get(i);
      results.add(new Result(runner.name(), rates.get(i), runner.quit(), allocated[i]));
    }
    return results;
  }
}
