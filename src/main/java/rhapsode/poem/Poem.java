package rhapsode.poem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A finished poem.
 *
 * @param seed what it was asked about, as it was typed
 * @param form the form it was written in
 * @param stanzas at least one
 * @param proof line by line, what the form asked for and what the text has
 * @param model the name of the model that wrote it
 */
public record Poem(String seed, Form form, List<Stanza> stanzas, FormProof proof, String model) {
  public Poem {
    stanzas = List.copyOf(stanzas);
    if (stanzas.isEmpty()) {
      throw new IllegalArgumentException("a poem has at least one stanza");
    }
  }

  /** All lines, in order. */
  public List<Line> lines() {
    return stanzas.stream().flatMap(stanza -> stanza.lines().stream()).toList();
  }

  /** The text: a line break after each line but the last, a blank line between stanzas. */
  public String text() {
    return stanzas.stream()
        .map(s -> s.lines().stream().map(Line::text).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }
}
