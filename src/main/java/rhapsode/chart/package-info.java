/**
 * Numbers as pictures: how a training went, and how a community grows. Drawn with XChart, Java2D
 * and the font of the poem cards; every word in them is passed in, in the reader's language.
 * Imports nothing of ours; the only room that knows XChart.
 */
@NullMarked
package rhapsode.chart;

import org.jspecify.annotations.NullMarked;
