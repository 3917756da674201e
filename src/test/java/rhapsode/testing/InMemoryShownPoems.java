package rhapsode.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rhapsode.community.Author;
import rhapsode.community.Community;
import rhapsode.community.PersonalData;
import rhapsode.community.PoemStatus;
import rhapsode.community.ShownPoem;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standing;
import rhapsode.community.SubmittedPoem;

/** Shows the poems of an {@link InMemoryPoemStore}. Thread-safe. */
public final class InMemoryShownPoems implements ShownPoems {
  private final InMemoryPoemStore poems;
  private final Map<Long, Likes> likes = new TreeMap<>();

  public InMemoryShownPoems(InMemoryPoemStore poems) {
    this.poems = poems;
  }

  private Stream<SubmittedPoem> shown() {
    return poems.all().stream()
        .filter(poem -> poem.status() == PoemStatus.APPROVED && poem.consent().display())
        .filter(poem -> poems.standings().of(poem.author()) != Standing.BANNED);
  }

  private Stream<ShownPoem> shown(Community community) {
    return shown()
        .filter(poem -> poem.author().platform().equals(community.platform()))
        .filter(poem -> poem.community().equals(community.id()))
        .map(poem -> ShownPoem.of(poem, likes(poem.id())));
  }

  private int likes(long id) {
    return likes.getOrDefault(id, new Likes()).size();
  }

  @Override
  public synchronized List<ShownPoem> best(Community community, int most) {
    return shown(community)
        .sorted(Comparator.comparing(ShownPoem::likes).thenComparing(ShownPoem::id).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<ShownPoem> from(double place, Community community) {
    List<ShownPoem> all = shown(community).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get((int) Math.ceil(place * all.size()) % all.size()));
  }

  @Override
  public synchronized Optional<ShownPoem> find(long id, Community community) {
    return shown(community).filter(poem -> poem.id() == id).findFirst();
  }

  @Override
  public synchronized Map<Long, Integer> likes() {
    var counts = new TreeMap<Long, Integer>();
    likes.forEach((id, fans) -> counts.put(id, fans.size()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  @Override
  public synchronized int like(long id, Author who, Instant at) {
    if (shown().noneMatch(poem -> poem.id() == id)) {
      return 0;
    }
    Likes fans = likes.computeIfAbsent(id, i -> new Likes());
    fans.toggle(who, at);
    return fans.size();
  }

  /** When a poem was liked. */
  synchronized List<Instant> liked(long id) {
    return likes.getOrDefault(id, new Likes()).times();
  }

  /** What somebody likes and is there still. */
  synchronized List<PersonalData.Like> likedBy(Author who) {
    var there = new TreeMap<>(likes);
    there.keySet().removeIf(id -> shown().noneMatch(poem -> poem.id() == id));
    return Likes.of(who, there);
  }

  /** Takes all their likes back. */
  synchronized void dropLikes(Author who) {
    likes.values().forEach(fans -> fans.drop(who));
  }
}
