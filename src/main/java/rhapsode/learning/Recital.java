package rhapsode.learning;

/**
 * How a model writes: figures of poems that every model is asked for alike, with the same random
 * numbers.
 *
 * @param poems how many there were
 * @param valid share that keeps its form in everything
 * @param repeated share of runs of four words that a poem says again
 * @param copied share that takes eight words in a row from poems it was trained on
 * @param refused share with a word that the operator does not want to read
 * @param sample one of them, the same one for every model
 */
public record Recital(
    int poems, double valid, double repeated, double copied, double refused, Sample sample) {
  /** A poem that can be shown. */
  public record Sample(String seed, String form, String text) {}
}
