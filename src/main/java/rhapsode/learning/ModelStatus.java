package rhapsode.learning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhapsode.wording.Phrase;

/**
 * What {@code /model status} tells.
 *
 * @param name the model in service
 * @param description one line: its layers, vocabulary and number of parameters
 * @param version its place in the history; null for the shipped base model
 * @param running how far the run under way is; empty when none is
 * @param elsewhere the run that another process has under way
 * @param approved community poems that the next run would learn from
 */
public record ModelStatus(
    String name,
    Phrase description,
    @Nullable ModelVersion version,
    Optional<TrainingProgress> running,
    Optional<ModelHistory.UnderWay> elsewhere,
    int approved) {}
