/** A Discord of our own on loopback: REST v10 and the gateway, for tests with the real library. */
@NullMarked
package rhapsode.testing.discord;

import org.jspecify.annotations.NullMarked;
