package rhapsode.poet;

import java.util.List;

/**
 * A mood: words that a poem shall lean to.
 *
 * @param name how people ask for it
 * @param words lower case; those that a model does not know are passed over
 */
public record Mood(String name, List<String> words) {
  public Mood {
    words = List.copyOf(words);
    if (name.isBlank() || words.isEmpty()) {
      throw new IllegalArgumentException("a mood has a name and words");
    }
  }
}
