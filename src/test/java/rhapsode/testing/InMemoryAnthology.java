package rhapsode.testing;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.WrittenPoem;

/**
 * An anthology that forgets with the test, and otherwise keeps the port's promises. Thread-safe.
 */
public final class InMemoryAnthology implements Anthology {
  private final Map<Long, WrittenPoem> poems = new TreeMap<>();
  private final Map<Long, Set<String>> likes = new TreeMap<>();
  private long last;

  @Override
  public synchronized WrittenPoem keep(
      Author asker,
      String community,
      WrittenPoem.Request request,
      String text,
      String model,
      Instant at) {
    last++;
    var nameless = new Author(asker.platform(), asker.id(), "");
    var poem =
        new WrittenPoem(last, nameless, community, request, text, model, at.truncatedTo(MICROS));
    poems.put(last, poem);
    likes.put(last, new HashSet<>());
    return poem;
  }

  @Override
  public synchronized Optional<WrittenPoem> find(long id) {
    return Optional.ofNullable(poems.get(id));
  }

  @Override
  public synchronized int like(long id, Author who, Instant at) {
    Set<String> fans = likes.getOrDefault(id, new HashSet<>());
    String fan = who.platform() + " " + who.id();
    if (!fans.remove(fan)) {
      fans.add(fan);
    }
    return likes(id);
  }

  @Override
  public synchronized int likes(long id) {
    return likes.getOrDefault(id, Set.of()).size();
  }

  @Override
  public synchronized boolean erase(long id) {
    likes.remove(id);
    return poems.remove(id) != null;
  }

  @Override
  public synchronized int forget(Instant before) {
    int count = poems.size();
    poems.values().removeIf(poem -> poem.at().isBefore(before) && likes(poem.id()) == 0);
    return count - poems.size();
  }
}
