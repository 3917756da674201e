package rhapsode.testing;

import static java.time.temporal.ChronoUnit.MICROS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rhapsode.community.Author;
import rhapsode.community.Decision;
import rhapsode.community.Deed;
import rhapsode.community.Standing;
import rhapsode.community.Standings;

/** Where authors stand, until the test ends. Thread-safe. */
public final class InMemoryStandings implements Standings {
  private final Map<Author, Standing> standings = new HashMap<>();
  private final List<Deed> deeds = new ArrayList<>();

  @Override
  public synchronized Standing of(Author author) {
    return standings.getOrDefault(nameless(author), Standing.NEUTRAL);
  }

  private static Author nameless(Author author) {
    return new Author(author.platform(), author.id(), "");
  }

  @Override
  public synchronized boolean change(Author author, Deed deed) {
    if (of(author) == deed.kind().standing()) {
      return false;
    }
    standings.put(nameless(author), deed.kind().standing());
    add(deed);
    return true;
  }

  @Override
  public synchronized List<Deed> deedsOf(Author moderator) {
    return deeds(Integer.MAX_VALUE).stream()
        .filter(deed -> deed.moderator().isSamePerson(moderator))
        .toList();
  }

  /** Nobody is trusted whose data is erased. */
  synchronized void forgetTrust(Author author) {
    standings.remove(nameless(author), Standing.TRUSTED);
  }

  /** Keeps what was decided about a poem. */
  synchronized void decided(long poem, Decision decision) {
    Deed.Kind kind = Deed.Kind.valueOf(decision.verdict().name());
    add(new Deed(kind, poem, decision.moderator(), decision.reason(), decision.at()));
  }

  private void add(Deed deed) {
    deeds.add(
        new Deed(
            deed.kind(),
            deed.poem(),
            nameless(deed.moderator()),
            deed.reason(),
            deed.at().truncatedTo(MICROS)));
  }

  @Override
  public synchronized List<Deed> deeds(int most) {
    return deeds.stream().sorted(Comparator.comparing(Deed::at).reversed()).limit(most).toList();
  }
}
