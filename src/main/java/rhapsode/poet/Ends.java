package rhapsode.poet;

/**
 * Which words may end a line, as far as its rhymes go. All drafts of a line ask for the same words
 * again and again, so answers are remembered. Confined to the poet's thread.
 */
final class Ends {
  /** A line that a later one has to rhyme with ends in a word with at least so many rhymes. */
  private static final int COMPANY = 6;

  private final Voice voice;
  private final LineTask task;
  private final Boolean[] known;

  Ends(Voice voice, LineTask task) {
    this.voice = voice;
    this.task = task;
    known = new Boolean[voice.size()];
  }

  /** Whether a word of the vocabulary may. */
  boolean fit(int id) {
    Boolean answer = known[id];
    if (answer == null) {
      answer = fit(voice.word(id));
      known[id] = answer;
    }
    return answer;
  }

  /** Whether a word may that perhaps stands in no vocabulary. */
  boolean fit(Word end) {
    for (Word partner : task.partners()) {
      if (!end.rhymes(partner)) {
        return false;
      }
    }
    for (Word other : task.others()) {
      boolean echo = task.partners().isEmpty() && other.rhymes(end);
      if (echo || other.text().equalsIgnoreCase(end.text())) {
        return false;
      }
    }
    return !task.rhymesLater() || voice.company(end) >= COMPANY;
  }
}
