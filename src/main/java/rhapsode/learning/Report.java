package rhapsode.learning;

import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;

/**
 * What was found out about a new model.
 *
 * @param judgement against the base model
 * @param service against the model in service, on poems that neither learned from; without words
 *     where there are none
 * @param serving the name of the model in service
 * @param before what it wrote
 * @param after what the new one wrote
 */
public record Report(
    Judgement judgement, Comparison service, String serving, Recital before, Recital after) {}
