package rhapsode.prosody;

/** How far every speaker, and every lexicon, says a text alike; each implies those before it. */
public enum Agreement {
  /** There is no word, or somebody says one otherwise. */
  NONE,
  /** All give each word as many syllables and the same stress. */
  METRE,
  /** And the last word begins the same rhyme to all. */
  RHYME
}
