/** Training on Apache Spark: an artifact of its own, which the bot does not need. */
@NullMarked
package rhapsode.spark;

import org.jspecify.annotations.NullMarked;
