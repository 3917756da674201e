/**
 * Discord as a chat platform: takes interactions in, acknowledges them at once, and brings the
 * answers back. Imports chat and wording.
 */
@NullMarked
package rhapsode.discord;

import org.jspecify.annotations.NullMarked;
