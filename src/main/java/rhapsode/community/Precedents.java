package rhapsode.community;

import java.time.Instant;
import java.util.List;

/**
 * What was given before: the poems of a {@link PoemStore}, also those that were withdrawn, of which
 * it has the {@link Fingerprint} alone; of erased ones it has nothing. Thread-safe; every method
 * blocks on the disk.
 */
public interface Precedents {
  /** The poems that are the same as a text but for a few words, by id. */
  List<SubmittedPoem> like(String text);

  /** How many poems an author gave at or after a time, withdrawn ones included. */
  int givenSince(Instant time, Author author);
}
