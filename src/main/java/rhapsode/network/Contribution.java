package rhapsode.network;

import java.io.Serializable;
import rhapsode.network.layer.Tally;

/**
 * What one learner came to in a round. Immutable.
 *
 * @param share its number
 * @param tally of what it read; without labels if the share was at its end
 * @param values of its network
 * @param states to carry on
 */
public record Contribution(int share, Tally tally, Values values, CarriedStates states)
    implements Serializable {
  /** The rest, without the values. */
  public Contribution withoutValues() {
    return new Contribution(share, tally, Values.NONE, states);
  }
}
