/** The terminal as a chat platform: translates lines to chat and back. Imports chat. */
@NullMarked
package rhapsode.console;

import org.jspecify.annotations.NullMarked;
