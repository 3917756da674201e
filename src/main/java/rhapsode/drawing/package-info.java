/** What all pictures need: whether this Java can draw, and the font. Imports nothing of ours. */
@NullMarked
package rhapsode.drawing;

import org.jspecify.annotations.NullMarked;
