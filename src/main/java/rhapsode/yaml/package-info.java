/** Strict reading of YAML files: every key typed, ranged and known. Imports nothing of ours. */
@NullMarked
package rhapsode.yaml;

import org.jspecify.annotations.NullMarked;
