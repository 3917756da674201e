/**
 * A training run: choose poems, fine-tune, judge, promote. Imports language, community, poem, poet.
 */
@NullMarked
package rhapsode.learning;

import org.jspecify.annotations.NullMarked;
