/** What the bot says, in the languages it knows; poems are not among it. Knows nothing of ours. */
@NullMarked
package rhapsode.wording;

import org.jspecify.annotations.NullMarked;
