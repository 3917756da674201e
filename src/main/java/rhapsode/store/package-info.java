/** JDBC stores and their migrations. Imports community, learning, chat. */
@NullMarked
package rhapsode.store;

import org.jspecify.annotations.NullMarked;
