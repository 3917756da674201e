package rhapsode.community;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What stands behind {@code /mydata}: everybody may have all that is stored about them, and have it
 * erased. Thread-safe; every method blocks on the store.
 */
public final class MyData {
  private final PersonalRecords records;
  private final InstantSource clock;

  public MyData(PersonalRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** All that is stored about somebody. */
  public PersonalData of(Author person) {
    return records.of(person);
  }

  /** Erases it for good; whether there was anything. */
  public boolean erase(Author person) {
    return records.erase(person, clock.instant());
  }

  /** The time now, for documents. */
  public Instant now() {
    return clock.instant();
  }
}
