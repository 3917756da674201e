package rhapsode.learning;

import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;

/**
 * What was found out about a new model.
 *
 * @param judgement against the base model
 * @param service against the model in service, on poems that neither learned from; without words
 *     where there are none
 * @param before what the model in service wrote
 * @param after what the new one wrote
 */
public record Report(Judgement judgement, Comparison service, Recital before, Recital after) {}
