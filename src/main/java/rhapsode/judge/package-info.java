/**
 * How good poems are, by a fixed protocol: form, seed words, variety, novelty, time; with the same
 * poems of a poet without constraints beside them. Imports language, poem, prosody and poet; reads
 * no files.
 */
@NullMarked
package rhapsode.judge;

import org.jspecify.annotations.NullMarked;
