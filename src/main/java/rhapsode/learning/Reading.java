package rhapsode.learning;

import rhapsode.community.SubmittedPoem;
import rhapsode.language.Tokenizer;

/**
 * A poem as a lesson.
 *
 * @param times how often a pass over all lessons reads it
 * @param words tokens of all these times, punctuation and ends of lines included
 */
record Reading(SubmittedPoem poem, int times, int words) {
  static Reading of(SubmittedPoem poem, int times) {
    return new Reading(poem, times, times * Tokenizer.poem(poem.text()).size());
  }
}
