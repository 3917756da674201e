/** A Bot API server on loopback that keeps Telegram's rules, for tests of the real client. */
package rhapsode.testing.telegram;
