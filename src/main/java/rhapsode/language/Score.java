package rhapsode.language;

/**
 * How well a model predicts a text.
 *
 * @param loss sum of the negative natural logarithms of the tokens' probabilities, in nats
 * @param correct tokens that the model held for the most probable
 * @param tokens how many were predicted: words, punctuation, ends of lines and unknown ones alike
 * @param unknown how many of them the vocabulary does not hold
 */
public record Score(double loss, long correct, long tokens, long unknown) {
  /** In nats a token. */
  public double meanLoss() {
    return tokens == 0 ? 0 : loss / tokens;
  }

  /** The exponential of the mean loss: among how many equally likely words it had to choose. */
  public double perplexity() {
    return Math.exp(meanLoss());
  }

  /** From 0 to 1. */
  public double accuracy() {
    return tokens == 0 ? 0 : (double) correct / tokens;
  }

  /** From 0 to 1. */
  public double unknownShare() {
    return tokens == 0 ? 0 : (double) unknown / tokens;
  }
}
