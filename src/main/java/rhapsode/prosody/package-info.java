/**
 * How words sound: syllables, stress, rhyme, from a pronunciation lexicon. Imports nothing of ours.
 */
@NullMarked
package rhapsode.prosody;

import org.jspecify.annotations.NullMarked;
