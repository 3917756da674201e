/**
 * Telegram as a chat platform: translates updates to chat and back. Imports chat, http, logging,
 * wording.
 */
@NullMarked
package rhapsode.telegram;

import org.jspecify.annotations.NullMarked;
