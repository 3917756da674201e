package rhapsode.network;

import java.util.List;

/**
 * What a training came to.
 *
 * @param model its name
 * @param vocabulary tokens it knows
 * @param parametersNotTrained those of running statistics
 * @param minutes spent on training and validation, resumed sittings included
 * @param wordsPerSecond tokens learned from per second of training
 * @param epochs in order; the last may be a part of one
 * @param end why it ended
 */
public record TrainingReport(
    String model,
    int vocabulary,
    long parameters,
    long parametersNotTrained,
    double minutes,
    double wordsPerSecond,
    List<Epoch> epochs,
    End end) {
  /** Why a training ended. */
  public enum End {
    /** All epochs are done. */
    EPOCHS,
    /** The time is up. */
    TIME,
    /** Somebody stopped it. */
    STOPPED
  }

  public TrainingReport {
    epochs = List.copyOf(epochs);
  }

  /** The epoch with the lowest validation loss: the one whose weights were kept. */
  public Epoch best() {
    return epochs.stream()
        .min(java.util.Comparator.comparingDouble(epoch -> epoch.valid().meanLoss()))
        .orElseThrow();
  }
}
