package rhapsode.poet;

import java.time.Duration;
import rhapsode.poem.Poem;
import rhapsode.wording.Phrase;

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
   * @param sentence for the asker
   */
  record Declined(Phrase sentence) implements Outcome {}
}
