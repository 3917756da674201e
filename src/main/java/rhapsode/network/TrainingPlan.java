package rhapsode.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param rehearsals text of the kind that the parent knows, a part for each pass; may be empty
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
    Origin origin,
    List<Corpus> rehearsals) {
  public TrainingPlan {
    rehearsals = List.copyOf(rehearsals);
  }

  /** A plan without rehearsal. */
  public TrainingPlan(
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
      Origin origin) {
    this(network, train, valid, out, epochs, time, seed, resume, words, parent, origin, List.of());
  }

  /** The same plan, with text that is read along with the training text, other text each pass. */
  public TrainingPlan rehearsing(List<Corpus> text) {
    return new TrainingPlan(
        network, train, valid, out, epochs, time, seed, resume, words, parent, origin, text);
  }

  /** What is read in a pass, from 0. */
  Corpus lessons(int pass) {
    return rehearsals.isEmpty() ? train : train.and(rehearsals.get(pass % rehearsals.size()));
  }
}
