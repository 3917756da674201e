package rhapsode.bench;

/**
 * A network and the shape of its batches.
 *
 * @param classic whether it is the seed network, which predicts the word after a window
 */
record Setting(
    String name,
    int vocabulary,
    int embedding,
    int hidden,
    int batch,
    int window,
    boolean classic) {
  static final Setting A = new Setting("a", 8_000, 256, 256, 32, 32, false);
  static final Setting B = new Setting("b", 10_000, 512, 512, 32, 35, false);
  static final Setting C = new Setting("c", 3_751, 25, 150, 64, 25, true);

  /** Words that a training step learns from. */
  int words() {
    return classic ? batch : batch * window;
  }

  /** Floating-point operations of the matrix products of a training step. */
  double operations() {
    double rows = (double) batch * window;
    if (classic) {
      double lstms = lstm(25, 150) + lstm(150, 150) + lstm(150, 300);
      double dense = 300.0 * 150 + 150.0 * vocabulary;
      return 6 * (rows * lstms + batch * dense);
    }
    return 6
        * rows
        * (lstm(embedding, hidden) + lstm(hidden, hidden) + (double) hidden * vocabulary);
  }

  private static double lstm(int inputs, int units) {
    return 4.0 * units * (inputs + units);
  }

  String title() {
    return classic
        ? "(c) classic, V %,d, batch %d, window %d".formatted(vocabulary, batch, window)
        : "(%s) V %,d, 2x%d, batch %d, window %d"
            .formatted(name, vocabulary, hidden, batch, window);
  }

  /** As short as the axis of a chart wants it. */
  String label() {
    return classic ? "(c) classic" : "(%s) V %,d, 2x%d".formatted(name, vocabulary, hidden);
  }

  /** The arguments that all runners understand. */
  String[] arguments(int threads) {
    String network = classic ? "network=classic" : "network=language";
    return new String[] {
      network,
      "vocabulary=" + vocabulary,
      "embedding=" + embedding,
      "hidden=" + hidden,
      "batch=" + batch,
      "window=" + window,
      "threads=" + threads,
      "seed=1"
    };
  }

  static Setting of(java.util.Map<String, String> arguments) {
    return new Setting(
        "?",
        number(arguments, "vocabulary"),
        number(arguments, "embedding"),
        number(arguments, "hidden"),
        number(arguments, "batch"),
        number(arguments, "window"),
        "classic".equals(arguments.get("network")));
  }

  private static int number(java.util.Map<String, String> arguments, String key) {
    return Integer.parseInt(arguments.getOrDefault(key, "0"));
  }

  /** The network file, in our words. */
  String file(double dropout, double rate, double clip) {
    String drop = dropout > 0 ? "  - {kind: dropout, rate: " + dropout + "}\n" : "";
    String lstm = "  - {kind: lstm, size: " + hidden + "}\n" + drop;
    return """
        name: bench
        reading: stream
        window: %d
        vocabulary: {size: %d, minimum-count: 1}
        layers:
          - {kind: embedding, size: %d}
        %s  - {kind: softmax}
        training:
          {optimiser: adam, rate: %s, schedule: constant, batch: %d, epochs: 1, clip: %s, held-out: 0.1}
        """
        .formatted(window, vocabulary, embedding, drop + lstm + lstm, rate, batch, clip);
  }
}
