/**
 * Fuzzing: hostile inputs out of a seed, run under a watch, and made small when one of them wins.
 */
package rhapsode.testing.fuzz;
