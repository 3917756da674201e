package rhapsode.language;

import java.util.List;

/**
 * Verse as nothing but its words, in the order in which they are spoken: lower case, with
 * apostrophes inside or before them, without punctuation, running on across the ends of lines and
 * stanzas. Phrases are counted on these, by the poet and by its judge alike. Pure.
 */
public final class Words {
  private Words() {}

  /** The words of a text; none if nothing in it is spoken. */
  public static List<String> of(String text) {
    return of(Tokenizer.poem(text));
  }

  /** The words among tokens. */
  public static List<String> of(List<String> tokens) {
    return tokens.stream().filter(Tokens::isWord).toList();
  }
}
