package rhapsode.network;

import java.io.Serializable;
import java.util.List;

/**
 * What all learners begin a round with. Immutable.
 *
 * @param epoch from 0
 * @param step the next one within the pass
 * @param steps to take
 * @param stepsOfPass in all; a share that is shorter ends before
 * @param iteration updates so far
 * @param states that each share carries from its last window, by number; empty in the first round
 *     of a pass
 */
public record Round(
    int epoch,
    int step,
    int steps,
    int stepsOfPass,
    int iteration,
    Pace pace,
    Values values,
    List<CarriedStates> states)
    implements Serializable {}
