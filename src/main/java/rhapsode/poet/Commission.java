package rhapsode.poet;

import java.util.Optional;
import java.util.OptionalLong;
import rhapsode.poem.Form;

/**
 * What a poem is asked for with.
 *
 * @param seed what the poem is about: 1 to {@value #LONGEST_SEED} characters with at least one
 *     visible one
 * @param form the form to keep
 * @param temperature how freely words are chosen: 0.1 (plain) to 2.0 (wild)
 * @param mood what it leans to; empty for nothing
 * @param randomSeed the same number, model and commission give the same poem; empty for a new one
 *     each time
 */
public record Commission(
    String seed, Form form, double temperature, Optional<Mood> mood, OptionalLong randomSeed) {
  /** Characters in the longest seed. */
  public static final int LONGEST_SEED = 200;

  public static final double LOWEST_TEMPERATURE = 0.1;
  public static final double HIGHEST_TEMPERATURE = 2.0;
  public static final double USUAL_TEMPERATURE = 0.8;

  /** The same for another form. */
  Commission with(Form other) {
    return new Commission(seed, other, temperature, mood, randomSeed);
  }
}
