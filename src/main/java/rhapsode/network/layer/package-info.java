/**
 * DL4J layers of our own for language models.
 *
 * <p>They keep DL4J's contracts (configuration, parameter views, updaters, serialisation) and its
 * logical shapes, {@code [batch, features, time]}, but lay sequences out in memory time-major, as
 * {@code [time * batch, features]} row after row: a whole window is then one matrix product, and
 * one step of it is a run of adjacent rows. A layer of ours hands such an array to the next one
 * without a copy; an array of a stock layer is copied once.
 */
@NullMarked
package rhapsode.network.layer;

import org.jspecify.annotations.NullMarked;
