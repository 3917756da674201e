/**
 * Words and their statistics: tokens, vocabulary, corpus, sampling, and the port of a language
 * model. Imports nothing of ours.
 */
@NullMarked
package rhapsode.language;

import org.jspecify.annotations.NullMarked;
