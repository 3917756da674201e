package rhapsode.testing;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.PersonalData;
import rhapsode.community.WrittenPoem;

/**
 * An anthology that forgets with the test, and otherwise keeps the port's promises. Thread-safe.
 */
public final class InMemoryAnthology implements Anthology {
  private final Map<Long, WrittenPoem> poems = new TreeMap<>();
  private final Map<Long, Likes> likes = new TreeMap<>();
  private long last;

  /** Every poem, by id. */
  synchronized List<WrittenPoem> all() {
    return List.copyOf(poems.values());
  }

  /** When a poem was liked. */
  synchronized List<Instant> liked(long id) {
    return likes.getOrDefault(id, new Likes()).times();
  }

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
    likes.put(last, new Likes());
    return poem;
  }

  @Override
  public synchronized Optional<WrittenPoem> find(long id) {
    return Optional.ofNullable(poems.get(id));
  }

  @Override
  public synchronized int like(long id, Author who, Instant at) {
    likes.getOrDefault(id, new Likes()).toggle(who, at);
    return likes(id);
  }

  @Override
  public synchronized void prefer(long one, long other, Author who, Instant at) {
    likes.getOrDefault(other, new Likes()).drop(who);
    like(one, who, at);
  }

  @Override
  public synchronized int likes(long id) {
    return likes.getOrDefault(id, new Likes()).size();
  }

  @Override
  public synchronized boolean erase(long id) {
    likes.remove(id);
    return poems.remove(id) != null;
  }

  /** Poems that were written for somebody, by id. */
  synchronized List<WrittenPoem> writtenFor(Author asker) {
    return poems.values().stream().filter(poem -> poem.asker().isSamePerson(asker)).toList();
  }

  /** What somebody likes. */
  synchronized List<PersonalData.Like> likedBy(Author who) {
    return Likes.of(who, likes);
  }

  /** Takes all their likes back. */
  synchronized void dropLikes(Author who) {
    likes.values().forEach(fans -> fans.drop(who));
  }

  @Override
  public synchronized int forget(Instant before) {
    int count = poems.size();
    poems.values().removeIf(poem -> poem.at().isBefore(before) && likes(poem.id()) == 0);
    return count - poems.size();
  }
}
