/** Poems people give: submissions, consent, authors, and the port of their store. Imports poem. */
@NullMarked
package rhapsode.community;

import org.jspecify.annotations.NullMarked;
