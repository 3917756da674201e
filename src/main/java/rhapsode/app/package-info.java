/** Main, settings, wiring and the command line. Imports everything; nothing imports it. */
@NullMarked
package rhapsode.app;

import org.jspecify.annotations.NullMarked;
