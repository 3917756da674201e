package rhapsode.testing;

import rhapsode.network.NetworkDescription;
import rhapsode.network.NetworkFile;

/** Networks that train in a second. */
public final class SmallNetworks {
  private SmallNetworks() {}

  /** A stream network with all kinds of layers that the verse network has. */
  public static NetworkDescription stream(double rate, int epochs) {
    return NetworkFile.parse(
        """
        name: small
        reading: stream
        window: 8
        vocabulary: {size: 60, minimum-count: 1}
        layers:
          - {kind: embedding, size: 12}
          - {kind: lstm, size: 16}
          - {kind: dropout, rate: 0.1}
          - {kind: lstm, size: 16}
          - {kind: batch-normalisation, statistics: running}
          - {kind: softmax}
        training:
          {optimiser: adam, rate: %s, schedule: cosine, batch: 4, epochs: %d, clip: 1, held-out: 0.1}
        """
            .formatted(rate, epochs),
        "small.yml");
  }

  /** A window network with all kinds of layers that the classic network has. */
  public static NetworkDescription window(int epochs) {
    return NetworkFile.parse(
        """
        name: small-window
        reading: window
        window: 6
        vocabulary: {size: 60, minimum-count: 1}
        layers:
          - {kind: embedding, size: 8}
          - {kind: lstm, size: 12}
          - {kind: batch-normalisation}
          - {kind: dropout, rate: 0.1}
          - {kind: lstm, size: 12, output: last-step}
          - {kind: dense, size: 10, activation: relu}
          - {kind: batch-normalisation}
          - {kind: softmax}
        training:
          {optimiser: adam, rate: 0.01, schedule: constant, batch: 16, epochs: %d, clip: 5, held-out: 0.1}
        """
            .formatted(epochs),
        "small-window.yml");
  }

  /** Backward lines, tied weights, averaged, kept in half precision: all that can be chosen. */
  public static NetworkDescription tied() {
    return NetworkFile.parse(
        """
        name: small-tied
        reading: stream
        lines: backward
        precision: half
        window: 8
        vocabulary: {size: 60, minimum-count: 1}
        layers:
          - {kind: embedding, size: 10}
          - {kind: lstm, size: 14}
          - {kind: batch-normalisation}
          - {kind: dropout, rate: 0.2, masks: window}
          - {kind: lstm, size: 16}
          - {kind: dense, size: 10, activation: none}
          - {kind: softmax, weights: embedding}
        training:
          {optimiser: adam, rate: 0.01, schedule: cooldown, averaging: 0.9, batch: 4, epochs: 1, clip: 0.2,
           held-out: 0.1}
        """,
        "small-tied.yml");
  }
}
