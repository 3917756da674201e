/**
 * Conversation without a platform: commands, invocations, replies, the router. Imports poet,
 * community, learning, poem.
 */
@NullMarked
package rhapsode.chat;

import org.jspecify.annotations.NullMarked;
