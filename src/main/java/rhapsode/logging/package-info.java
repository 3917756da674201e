/** What the log says beside each line: which request it belongs to. Knows nothing of ours. */
@NullMarked
package rhapsode.logging;

import org.jspecify.annotations.NullMarked;
