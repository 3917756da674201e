package rhapsode.poet;

/**
 * A word of a poem in the making.
 *
 * @param text as it will be shown
 * @param id as the model reads it
 * @param syllables as it is spoken
 */
record Word(String text, int id, int syllables) {}
