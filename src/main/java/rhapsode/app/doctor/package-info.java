/**
 * What {@code rhapsode doctor} looks at: one small class a check, which is told what to look at and
 * knows nothing of settings or of the command line.
 */
@NullMarked
package rhapsode.app.doctor;

import org.jspecify.annotations.NullMarked;
