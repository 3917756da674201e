/** Writes a poem: a language model decoded under a form. Imports language, poem, prosody. */
@NullMarked
package rhapsode.poet;

import org.jspecify.annotations.NullMarked;
