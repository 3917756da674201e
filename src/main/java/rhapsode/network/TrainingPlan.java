package rhapsode.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import rhapsode.language.Corpus;
import rhapsode.language.Vocabulary;
import rhapsode.network.ModelFolder.Origin;

/**
 * What is to be trained on what.
 *
 * @param train text to learn from
 * @param valid text to judge by
 * @param out the model's folder; its name becomes the model's
 * @param epochs at most so many passes
 * @param time at most so long, if set
 * @param seed for weights, dropout and order
 * @param resume go on from the checkpoint in the folder
 * @param words the vocabulary; empty for the most frequent words of {@code train}, or the parent's
 * @param parent the model to start from instead of fresh weights, with its vocabulary
 */
public record TrainingPlan(
    NetworkDescription network,
    Corpus train,
    Corpus valid,
    Path out,
    int epochs,
    Optional<Duration> time,
    long seed,
    boolean resume,
    Optional<Vocabulary> words,
    Optional<Path> parent,
    Origin origin) {}
