package rhapsode.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import rhapsode.language.LineOrder;
import rhapsode.language.TextFormat;
import rhapsode.network.Assignment;
import rhapsode.network.Cluster;
import rhapsode.network.Contribution;
import rhapsode.network.Learner;
import rhapsode.network.Round;
import rhapsode.network.Share;
import rhapsode.network.Sharing;
import rhapsode.network.Values;
import rhapsode.network.layer.Tally;

/**
 * A cluster without machines: shares are learned one after the other, from the last to the first,
 * by two learners in turns, so that a share has another one in each round.
 */
public final class SerialCluster implements Cluster {
  @Override
  public Learners learners(Assignment assignment, List<Share> text) {
    return new OneByOne(assignment, text);
  }

  @Override
  public FarText text(String address, TextFormat format, LineOrder order, Sharing sharing) {
    throw new UnsupportedOperationException("it has no files");
  }

  @Override
  public void close() {}

  private static final class OneByOne implements Learners {
    private final Assignment assignment;
    private final List<Share> text;
    private final List<Learner> learners;
    private int turn;

    OneByOne(Assignment assignment, List<Share> text) {
      this.assignment = assignment;
      this.text = text;
      learners = List.of(new Learner(assignment), new Learner(assignment));
    }

    @Override
    public int steps() {
      return text.stream().mapToInt(share -> Learner.steps(assignment, share)).max().orElseThrow();
    }

    @Override
    public Cluster.Result learn(Round round) {
      var pieces = new ArrayList<Values.Piece>();
      var contributions = new ArrayList<Contribution>();
      for (int i = text.size() - 1; i >= 0; i--) {
        Learner learner = learners.get(turn++ / text.size() % 2 == i % 2 ? 0 : 1);
        Contribution contribution = learner.learn(text.get(i), round);
        contributions.add(contribution.withoutValues());
        pieces.add(new Values.Piece(i, contribution.tally().labels(), contribution.values()));
      }
      Collections.reverse(contributions);
      return new Cluster.Result(contributions, Values.mean(pieces));
    }

    @Override
    public Tally judge(Values weights) {
      return IntStream.range(0, text.size())
          .mapToObj(i -> learners.get(i % 2).judge(weights, i, text.size()))
          .reduce(Tally.NONE, Tally::plus);
    }

    @Override
    public void close() {}
  }
}
