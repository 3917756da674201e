/** The stacked LSTM in DL4J: layers, network files, trainer, model folders. Imports language. */
@NullMarked
package rhapsode.network;

import org.jspecify.annotations.NullMarked;
