/**
 * Poems as pictures: a typographic card, drawn with Java2D and a font that comes with Rhapsode.
 * Imports poem; beside {@code chart} the only room that knows Java's graphics.
 */
@NullMarked
package rhapsode.card;

import org.jspecify.annotations.NullMarked;
