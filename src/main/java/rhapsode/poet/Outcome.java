package rhapsode.poet;

import java.time.Duration;
import rhapsode.poem.Poem;

/** What comes of a commission. */
public sealed interface Outcome {
  /**
   * A poem.
   *
   * @param took from the start of writing to the finished text
   */
  record Written(Poem poem, Duration took) implements Outcome {}

  /**
   * No poem, for a reason the asker can do something about.
   *
   * @param sentence one clear sentence for the asker
   */
  record Declined(String sentence) implements Outcome {}
}
