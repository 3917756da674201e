package rhapsode.discord;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The interactions that came last, since a gateway may deliver one twice. Thread-safe. */
final class Seen {
  private static final int MOST = 10_000;

  private final Set<Long> ids =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
              return size() > MOST;
            }
          });

  /** Remembers an id; false if it was there already. */
  synchronized boolean isNew(long id) {
    return ids.add(id);
  }
}
