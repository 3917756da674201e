package rhapsode.language;

/** How a text file holds its poems. */
public enum TextFormat {
  /** Verse: a line per line, a blank line between stanzas, two blank lines between poems. */
  POEMS,

  /**
   * Tokens already: one poem per line, tokens separated by blanks, nothing cut again; {@code <eos>}
   * ends a line of verse. There is no token for the end of a poem, and none is counted.
   */
  TOKENS
}
