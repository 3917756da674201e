/** One class per command; {@code Commands} is the registry. */
@NullMarked
package rhapsode.chat.command;

import org.jspecify.annotations.NullMarked;
