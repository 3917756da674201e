package rhapsode.learning;

import java.time.Duration;

/**
 * How far a training run is.
 *
 * @param epoch the epoch under way, from 1
 * @param epochs how many there will be at most
 * @param fraction of the whole run done, 0 to 1
 * @param wordsPerSecond over the last seconds
 * @param loss the training loss, in nats a word
 * @param left estimate of the time left
 */
public record TrainingProgress(
    int epoch, int epochs, double fraction, double wordsPerSecond, double loss, Duration left) {}
