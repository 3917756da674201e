package rhapsode.network.layer;

/**
 * The weights of an LSTM, or their gradients. Gate order, as DL4J has it: candidate, forget,
 * output, input.
 *
 * @param input {@code [4 units, inputs]}
 * @param recurrent {@code [4 units, units]}
 * @param bias {@code [1, 4 units]}
 */
record LstmWeights(FloatMatrix input, FloatMatrix recurrent, FloatMatrix bias) {
  int units() {
    return recurrent.columns;
  }
}
