package rhapsode.community;

/** The verse that the base model was trained on. Thread-safe. */
public interface KnownVerse {
  /** None. */
  KnownVerse NONE = text -> 0;

  /**
   * How much of a text stands there.
   *
   * @return the share of its phrases that do, 0 to 1; 0 for a text too short to have any
   */
  double share(String text);
}
