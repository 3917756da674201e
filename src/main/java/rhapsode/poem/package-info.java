/** Poems and their forms, and the proof that a text keeps its form. Imports prosody. */
@NullMarked
package rhapsode.poem;

import org.jspecify.annotations.NullMarked;
