package rhapsode.poem;

/** What comes of asking for a form in words. */
public sealed interface Finding {
  /** A form of the catalogue, or one made from a scheme. */
  record Found(Form form) implements Finding {}

  /**
   * No form.
   *
   * @param sentence one clear sentence for the asker: what is wrong, and what a form looks like
   */
  record Nothing(String sentence) implements Finding {}
}
