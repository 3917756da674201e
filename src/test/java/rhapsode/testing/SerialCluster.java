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
 * A cluster without machines: one learner after the other, in turns from the last share to the
 * first.
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

  private record OneByOne(Assignment assignment, List<Share> text) implements Learners {
    @Override
    public int steps() {
      return text.stream().mapToInt(share -> Learner.steps(assignment, share)).max().orElseThrow();
    }

    @Override
    public Cluster.Result learn(Round round) {
      var pieces = new ArrayList<Values.Piece>();
      var contributions = new ArrayList<Contribution>();
      for (int i = text.size() - 1; i >= 0; i--) {
        Contribution contribution = new Learner(assignment).learn(text.get(i), round);
        contributions.add(contribution.withoutValues());
        pieces.add(new Values.Piece(i, contribution.tally().labels(), contribution.values()));
      }
      Collections.reverse(contributions);
      return new Cluster.Result(contributions, Values.mean(pieces));
    }

    @Override
    public Tally judge(Values weights) {
      var learner = new Learner(assignment);
      return IntStream.range(0, text.size())
          .mapToObj(i -> learner.judge(weights, i, text.size()))
          .reduce(Tally.NONE, Tally::plus);
    }

    @Override
    public void close() {}
  }
}
