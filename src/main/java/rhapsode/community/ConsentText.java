package rhapsode.community;

import java.util.List;

/**
 * What people are told before they give a poem. Whoever changes a word here changes {@link
 * #VERSION}: it is stored with every consent.
 */
public final class ConsentText {
  public static final String VERSION = "2026-11";

  public static final String TRAINING =
      "May Rhapsode's network learn from this poem? You can take that back at any time.";
  public static final String DISPLAY = "May the poem be shown to others?";
  public static final String ATTRIBUTION = "May your name stand beside it?";

  private ConsentText() {}

  /** What is stored, why, and how to have it removed; one paragraph each. */
  public static List<String> privacy() {
    return List.of(
        "Rhapsode never reads what people write to each other. It keeps only poems that you give it"
            + " with the submit command, with your name and id on this platform, the place, the"
            + " time, and what you allowed: training, display, attribution (consent text "
            + VERSION
            + ").",
        "The poems you allow for training teach the network that writes the poems here. Nothing is"
            + " sent anywhere else.",
        "You can list your poems and withdraw any of them at any time. A withdrawn poem's title and"
            + " text are erased from the store at once; a model that learned from it is replaced at"
            + " the next training, which starts again from the base model.");
  }
}
