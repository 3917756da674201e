/** What Java's HTTP server lacks for clients that nobody knows. Imports nothing of ours. */
@NullMarked
package rhapsode.http;

import org.jspecify.annotations.NullMarked;
