package rhapsode.poem;

import rhapsode.wording.Phrase;

/** What comes of asking for a form in words. */
public sealed interface Finding {
  /** A form of the catalogue, or one made from a scheme. */
  record Found(Form form) implements Finding {}

  /**
   * No form.
   *
   * @param sentence for the asker: what is wrong, and what a form looks like
   */
  record Nothing(Phrase sentence) implements Finding {}
}
