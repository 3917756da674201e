package rhapsode.learning;

import java.util.List;
import java.util.function.Consumer;

/** Makes a new model out of the base model and poems. Used by one thread. */
public interface Tutor {
  /**
   * Fine-tunes the base model, and keeps the result under a name.
   *
   * @param name of the new model; one of that name that was left by a broken run is replaced
   * @param curriculum what to learn from and to judge by
   * @param progress is told at most about twice a second how far it is
   * @throws java.util.concurrent.CancellationException if the program ends meanwhile
   */
  Judgement teach(String name, Curriculum curriculum, Consumer<TrainingProgress> progress);

  /**
   * How well a model predicts texts.
   *
   * @param model the base model or one that was taught
   * @return its perplexity
   */
  double perplexity(String model, List<String> texts);

  /**
   * Names of the models whose files are where taught ones are, complete or not; somebody else may
   * have put some there.
   */
  List<String> kept();

  /** Removes a model's files, if there are any. */
  void discard(String name);

  /** The name of the model that every run starts from. */
  String base();

  /**
   * How a new model did.
   *
   * @param community on the held-out poems of the community
   * @param base on text that the base model was made for, and that was not learned from
   * @param strength how much of what was learned the model keeps, 0 to 1
   * @param curve the losses of each pass, in order
   */
  record Judgement(Comparison community, Comparison base, double strength, List<Pass> curve) {
    public Judgement {
      curve = List.copyOf(curve);
    }
  }

  /**
   * Two models on the same text.
   *
   * @param before perplexity of the base model; not a number when there is no text
   * @param after perplexity of the new one
   * @param words how many were predicted, punctuation and ends of lines included
   */
  record Comparison(double before, double after, long words) {
    /** Where there was nothing to judge by. */
    public static final Comparison NONE = new Comparison(Double.NaN, Double.NaN, 0);

    /** By how much perplexity rose, as a share; below 0 if it fell. */
    public double rise() {
      return after / before - 1;
    }
  }

  /**
   * One pass over the lessons.
   *
   * @param train mean loss while learning, in nats a word
   * @param valid mean loss afterwards on the held-out poems, or on base text where there are none
   */
  record Pass(double train, double valid) {}
}
