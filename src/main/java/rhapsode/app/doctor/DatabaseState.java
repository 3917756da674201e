package rhapsode.app.doctor;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.DatabaseInUseException;
import rhapsode.store.Inspection;
import rhapsode.store.StoreException;

/** How it stands with the database: looked at once, for all checks that want to know. */
public sealed interface DatabaseState {
  /** For causes, which the findings leave out. */
  Logger LOG = LoggerFactory.getLogger(DatabaseState.class);

  /** There is none yet. */
  record None() implements DatabaseState {}

  /** A bot is running with it. */
  record InUse() implements DatabaseState {}

  /**
   * It does not open.
   *
   * @param sentence why not, and the remedy
   */
  record Unusable(String sentence) implements DatabaseState {}

  /** It opens. */
  record Sound(Inspection inspection) implements DatabaseState {}

  /** Looks at a database and leaves it as it is. */
  static DatabaseState of(DatabaseAddress address) {
    try {
      return Inspection.of(address).<DatabaseState>map(Sound::new).orElseGet(None::new);
    } catch (DatabaseInUseException e) {
      return new InUse();
    } catch (StoreException e) {
      LOG.warn("The database does not open", e);
      return new Unusable(e.sentence());
    }
  }

  /** What it holds, where it could be read. */
  default Optional<Inspection> contents() {
    return this instanceof Sound sound ? Optional.of(sound.inspection()) : Optional.empty();
  }
}
