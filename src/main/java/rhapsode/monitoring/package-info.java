/**
 * What an operator watches: metrics of the running bot, whether it lives and is ready, over HTTP.
 * Imports chat, community, http, learning, poem, poet, wording; nobody but the app imports it.
 */
@NullMarked
package rhapsode.monitoring;

import org.jspecify.annotations.NullMarked;
