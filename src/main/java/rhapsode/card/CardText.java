package rhapsode.card;

import java.util.List;
import java.util.stream.Collectors;
import rhapsode.poem.Line;
import rhapsode.poem.Poem;

/**
 * What a card says.
 *
 * @param subject what the poem is about; may be blank, and is then not named
 * @param form the name of its form; may be blank
 * @param model the name of the model that wrote it; may be blank
 * @param stanzas the lines of the poem, at least one, at most {@value #MOST_LINES} with {@value
 *     #MOST_CHARACTERS} characters in all
 */
public record CardText(String subject, String form, String model, List<List<String>> stanzas) {
  /** Lines on a card, at most. */
  public static final int MOST_LINES = 100;

  /** Characters of the poem on a card, at most. */
  public static final int MOST_CHARACTERS = 10_000;

  public CardText {
    stanzas = stanzas.stream().map(List::copyOf).toList();
    long lines = stanzas.stream().mapToLong(List::size).sum();
    int characters = stanzas.stream().flatMap(List::stream).mapToInt(String::length).sum();
    if (lines < 1 || lines > MOST_LINES || characters > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a card has 1 to %d lines of at most %d characters in all, not %d of %d"
              .formatted(MOST_LINES, MOST_CHARACTERS, lines, characters));
    }
  }

  /** The card of a poem of ours. */
  public static CardText of(Poem poem) {
    return new CardText(
        poem.seed(),
        poem.form().name(),
        poem.model(),
        poem.stanzas().stream().map(s -> s.lines().stream().map(Line::text).toList()).toList());
  }

  /** The poem: a line break after each line but the last, a blank line between stanzas. */
  String poem() {
    return stanzas.stream().map(s -> String.join("\n", s)).collect(Collectors.joining("\n\n"));
  }
}
