package rhapsode.spark;

import java.io.Serializable;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import rhapsode.network.Assignment;
import rhapsode.network.Contribution;
import rhapsode.network.Learner;
import rhapsode.network.NativeThreads;
import rhapsode.network.Round;
import rhapsode.network.Share;
import rhapsode.network.Values;
import rhapsode.network.layer.Tally;

/**
 * The learners of one machine, as many as work there at a time; made when they are needed, and used
 * again. Broadcast once, so that all tasks of a machine share one. Thread-safe.
 */
final class Workshop implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Assignment assignment;
  private transient Deque<Learner> idle = new ConcurrentLinkedDeque<>();

  Workshop(Assignment assignment) {
    this.assignment = assignment;
  }

  private Object readResolve() {
    return new Workshop(assignment);
  }

  int steps(Share share) {
    return Learner.steps(assignment, share);
  }

  Contribution learn(Share share, Round round) {
    return with(learner -> learner.learn(share, round));
  }

  Tally judge(Values weights, int part, int parts) {
    return with(learner -> learner.judge(weights, part, parts));
  }

  /** One thread a learner: more processors are for more shares. */
  private <T> T with(Function<Learner, T> work) {
    NativeThreads.use(1);
    Learner free = idle.poll();
    Learner learner = free == null ? new Learner(assignment) : free;
    T result = work.apply(learner);
    idle.push(learner);
    return result;
  }
}
