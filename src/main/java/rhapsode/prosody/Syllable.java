package rhapsode.prosody;

/**
 * One syllable of a line, as a metre hears it: what a word of several syllables stresses has to
 * meet a strong place, while a word of one syllable bends to either.
 *
 * @param stress its weight inside its word
 * @param monosyllable whether it is all of its word
 * @param functionWord whether its word is one that leans on others ({@code the, of, and}) and as a
 *     monosyllable prefers a weak place
 */
public record Syllable(Stress stress, boolean monosyllable, boolean functionWord) {}
